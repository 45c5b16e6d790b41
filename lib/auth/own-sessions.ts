import Bowser from 'bowser'
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { sessions } from '@/db/schema'
import { network } from './client-address'
import { currentSession } from './session'

export interface OwnSession {
  /** It is the one that asks. */
  readonly here: boolean
  /** "Firefox on Windows"; null: it does not say. */
  readonly device: string | null
  /** Null: it is not known, or says nothing. */
  readonly address: string | null
  /** Of the sign-in. */
  readonly since: Date
  /** To about five minutes. */
  readonly seenAt: Date
}

const mostShown = 20

/** Where addresses are not known, and on the machine itself. */
const saysNothing: readonly string[] = ['unknown', '127.0.0.1', network('::1')]

/** Where a person is signed in, the last seen first. In a page only. */
export async function ownSessions(person: { readonly id: number }): Promise<readonly OwnSession[]> {
  const here = await currentSession()
  const rows = await db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      since: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(eq(sessions.personId, person.id), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)),
    )
    .orderBy(desc(eq(sessions.id, here ?? '')), desc(sessions.seenAt))
    .limit(mostShown)
  return rows.map(({ id, userAgent, address, ...moments }) => ({
    ...moments,
    here: id === here,
    device: deviceOf(userAgent),
    address: address === null || saysNothing.includes(address) ? null : address,
  }))
}

/** What a browser says of itself; anybody may say anything. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(' on ') || null
}
