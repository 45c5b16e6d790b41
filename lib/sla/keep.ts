import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import { type Advance, advance, type Happening, nameOf } from './advance'
import { ahead, type Clock, type Timed } from './clock'
import { allPolicies, type Held, held, hoursFor } from './load'
import type { Rules } from './sla-policy'
import { withBreachesTold } from './tell'
import { type Page, write } from './write'

/** Who moved the clocks (null: the helpdesk itself), and by which event. */
export interface Source {
  readonly actorId: number | null
  readonly event?: { readonly id: number }
}

/**
 * Tells the SLA of a ticket what has happened, in the verb's own transaction, after the ticket's row and its event are
 * written. The verb holds the row, so that one happening comes after the other.
 */
export async function keepPromises(
  tx: Tx,
  ticket: { readonly id: number },
  happening: Happening,
  { actor, event }: { readonly actor: Actor; readonly event: { readonly id: number } },
) {
  const [[present], policies] = await Promise.all([held(tx, [ticket.id]), allPolicies(tx)])
  if (!present) return
  const rules = { policies, hoursOf: await hoursFor(tx, [...policies, ...present.clocks]) }
  const after = advance(present.clocks, present, happening, present.now, rules)
  if (after.entries.length === 0 && happening.kind !== 'reconsidered') return
  const page = pageOf(present, after, rules, { actorId: actor.role === 'system' ? null : actor.id, event })
  await write(tx, await withBreachesTold(tx, [page]))
}

/** What is written of one ticket. */
export function pageOf(
  ticket: Held,
  { entries, clocks }: Advance,
  rules: Rules,
  { actorId, event }: Source,
): Page {
  return {
    ticketId: ticket.id,
    clocks: clocks.map((clock) => ({ ...clock, nextAt: aheadOn(ticket, clock, rules)[0]?.at ?? null })),
    entries: entries.map((entry) => ({
      ...entry,
      // Nobody does a breach: it happens.
      actorId: entry.kind === 'breached' ? null : actorId,
      eventId: event?.id ?? null,
    })),
  }
}

/**
 * What a clock of the ticket still has before it, soonest first. One that had ended with nothing left is settled: a
 * priority that the ticket got later, or a step that the policy got, is not for it.
 */
export function aheadOn(ticket: Held, clock: Clock, { policies, hoursOf }: Rules): readonly Timed[] {
  const stored = ticket.clocks.find((one) => nameOf(one) === nameOf(clock))
  if (stored?.endedAt && !stored.nextAt) return []
  const steps = policies.find(({ id }) => id === clock.policyId)?.steps ?? []
  return ahead(clock, { steps, priority: ticket.priority, hoursOf })
}
