import { events } from '@/db/schema'
import { tellFollowers } from '@/lib/followers/tell-followers'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import type { Change, EventKind } from './event'

/** Writes down what happened, in the transaction in which it happens. Gives the event, for what comes from it; who follows the ticket is told. */
export async function record(
  tx: Tx,
  actor: Actor,
  kind: EventKind,
  about: {
    readonly audience: 'everyone' | 'agents'
    readonly ticket?: { readonly id: number }
    readonly message?: { readonly id: number }
    readonly change?: Change
    readonly at?: Date
  },
) {
  const [event] = await tx
    .insert(events)
    .values({
      kind,
      audience: about.audience,
      actorId: actor.role === 'system' ? null : actor.id,
      ticketId: about.ticket?.id ?? null,
      messageId: about.message?.id ?? null,
      change: about.change ?? {},
      ...(about.at && { at: about.at }),
    })
    .returning({ id: events.id })
  if (!event) throw new Error('An event was not written')
  await tellFollowers(tx, actor, { id: event.id, kind, ticket: about.ticket })
  return event
}
