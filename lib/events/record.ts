import { sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import { tellingFollowers } from '@/lib/followers/tell-followers'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import type { Change, EventKind, Keys } from './event'

/** What an event tells beside its kind. */
export interface About {
  readonly audience: 'everyone' | 'agents'
  readonly ticket?: { readonly id: number }
  readonly message?: { readonly id: number }
  readonly change?: Change
  readonly keys?: Keys
  readonly at?: Date
}

/**
 * Writes down what happened, in the transaction in which it happens. Gives the event, for what comes from it; who follows
 * the ticket is told.
 */
export async function record(tx: Tx, actor: Actor, kind: EventKind, about: About) {
  const { written, told } = recording(tx, actor, kind, about)
  const [event] = await tx
    .with(written, ...told)
    .select({ id: written.id })
    .from(written)
  if (!event) throw new Error('An event was not written')
  return event
}

/** As `record`, for the statement that changes what it tells of: `tx.with(written, ...told)`. */
export function recording(tx: Tx, actor: Actor, kind: EventKind, about: About) {
  const written = tx.$with('written').as(
    tx
      .insert(events)
      .values({
        kind,
        audience: about.audience,
        actorId: actor.role === 'system' ? null : actor.id,
        ticketId: about.ticket?.id ?? null,
        messageId: about.message?.id ?? null,
        change: about.change ?? {},
        keys: about.keys ?? {},
        ...(about.at && { at: about.at }),
      })
      .returning({ id: events.id }),
  )
  const event = sql`(select id from written)`
  const telling = tellingFollowers(event, actor, kind, about.ticket)
  return { written, event, told: telling ? [tx.$with('told', {}).as(telling)] : [] }
}
