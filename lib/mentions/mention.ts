import { and, isNull, ne } from 'drizzle-orm'
import { messageMentions, people } from '@/db/schema'
import { followWithin } from '@/lib/followers/follow'
import { notifyOfCall } from '@/lib/notifications/notify'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { mentioned } from './mentioned'

interface Noted {
  readonly ticket: { readonly id: number }
  readonly message: { readonly id: number }
  readonly event: { readonly id: number }
  readonly body: string
  /** The change of many tickets that the note is part of. */
  readonly run?: { readonly id: number } | undefined
}

/** Keeps who is called in a note, tells them, and lets them follow the ticket. Nobody calls themselves. */
export async function mention(tx: Tx, writer: Agent, { ticket, message, event, body, run }: Noted) {
  if (!body.includes('@')) return
  const staff = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(ne(people.role, 'customer'), isNull(people.deactivatedAt), ne(people.id, writer.id)))
  const called = mentioned(body, staff).map(({ id }) => id)
  if (called.length === 0) return
  await tx.insert(messageMentions).values(called.map((personId) => ({ messageId: message.id, personId })))
  await followWithin(tx, ticket, called)
  await notifyOfCall(tx, { people: called, run }, event)
}
