import { and, eq } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import type { EventKind } from '@/lib/events/event'
import { type About, recording } from '@/lib/events/record'
import type { Happening, Standing } from '@/lib/sla/advance'
import { pagesAfter } from '@/lib/sla/keep'
import { heldWithRules } from '@/lib/sla/load'
import { writing } from '@/lib/sla/write'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import { asSeen, type Changes, moved, type Seen, tooLate } from './change'

/** Of what promises depend on: as values, for they are reckoned with before they are written. */
type Promised = Partial<Pick<Standing, 'status' | 'priority' | 'categoryId' | 'teamId'>>

/**
 * Those that do not ask whether it is spam or merged. Whoever changes since when the customer waits says so with `wrote` or
 * `answered`; with `reconsidered` it is reckoned as it was before.
 */
type Foreseeable = Extract<
  Happening,
  { readonly kind: 'wrote' | 'answered' | 'moved' | 'reopened' | 'reconsidered' }
>

interface Change {
  readonly seen?: Seen
  readonly changes: Changes & Promised
  /** Whether the customer's "updated" moves too. */
  readonly audience: 'everyone' | 'agents'
  readonly event: Omit<About, 'ticket' | 'at'> & { readonly kind: EventKind }
  readonly happening: Foreseeable
}

/**
 * As `change`, where something happens to what is promised: the changes, their event and what the SLA makes of it are one
 * statement. A second version of the ticket's row would cost as much as the first: it is in many indexes, and its
 * references would be looked at anew.
 */
export async function changePromised(
  tx: Tx,
  actor: Actor,
  ticket: { readonly id: number },
  { seen = {}, changes, audience, event: { kind, ...about }, happening }: Change,
) {
  // In one round trip, but one after the other: who waits for the row reads the clocks when they hold it.
  const [held, { tickets: present, rules }] = await Promise.all([
    hold(tx, ticket, seen),
    heldWithRules(tx, [ticket.id]),
  ])
  const [before] = present
  if (held.length === 0 || !before) throw await tooLate(tx, ticket)
  const { status, priority, categoryId, teamId } = { ...before, ...changes }
  const after = { ...before, status, priority, categoryId, teamId }
  const [page] = await pagesAfter(tx, after, happening, rules, { actor })
  const { written, event, told } = recording(tx, actor, kind, { ...about, ticket })
  const { books, derived } = page ? writing(tx, page, event) : { books: [], derived: {} }
  await tx
    .with(written, ...told, ...books)
    .update(tickets)
    .set({ ...changes, ...derived, ...moved(audience) })
    .where(eq(tickets.id, ticket.id))
}

/** Sent at once: before all that is sent after it. */
const hold = (tx: Tx, { id }: { readonly id: number }, seen: Seen) =>
  tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.id, id), ...asSeen(seen)))
    .for('no key update')
    .execute()
