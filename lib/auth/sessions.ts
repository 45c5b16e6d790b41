import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { people, sessions } from '@/db/schema'
import { record } from '@/lib/events/record'
import { viewerColumns } from '@/lib/people/viewer-columns'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'
import { endActs, holdActs } from './acts'
import { newSecret, sessionId } from './token'

/** A session ends after `idleDays` without a visit, and after `days` in any case. */
export const lifetime = { idleDays: 7, days: 30 } as const

/** From where somebody comes; for the person's own list of sessions and for the limits. */
export interface Origin {
  readonly address: string
  readonly userAgent: string | null
}

/** Opens a session under a new identifier and returns the secret for the cookie. */
export async function openSession(tx: Tx, viewer: Viewer, from: Origin): Promise<string> {
  const secret = newSecret()
  await tx.insert(sessions).values({
    id: sessionId(secret),
    personId: viewer.id,
    expiresAt: sql`now() + make_interval(days => ${lifetime.idleDays})`,
    address: from.address,
    userAgent: from.userAgent?.slice(0, 300) ?? null,
  })
  await record(tx, viewer, 'session.opened', { audience: 'agents' })
  return secret
}

/** Ends one session at once, after what is being done in its person's name. A second time it does nothing. */
export const revokeSession = (secret: string) => inTransaction((tx) => endSession(tx, secret))

/** As `revokeSession`, before any row is locked. */
export async function endSession(tx: Tx, secret: string) {
  const alive = and(eq(sessions.id, sessionId(secret)), isNull(sessions.revokedAt))
  const [person] = await tx
    .select(viewerColumns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(alive)
  if (!person) return
  await endActs(tx, person)
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(alive)
    .returning({ id: sessions.id })
  if (ended.length > 0) await record(tx, person, 'session.closed', { audience: 'agents' })
}

/**
 * Ends every session of a person at once, except the one of `kept` (a secret). What is being done in their name is done before; whoever
 * begins later waits, and finds the session ended. Called before any row is locked, or after `endActs`. Gives how many there were.
 */
export async function revokeAllSessions(tx: Tx, person: { readonly id: number }, kept?: string) {
  await endActs(tx, person)
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.personId, person.id),
        isNull(sessions.revokedAt),
        kept === undefined ? undefined : sql`${sessions.id} <> ${sessionId(kept)}`,
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** Whether a session (its identifier) of a person is alive, and stays so until the transaction ends. */
export async function holdSession(tx: Tx, person: { readonly id: number }, id: string): Promise<boolean> {
  await holdActs(tx, person)
  const [alive] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)))
  return alive !== undefined
}
