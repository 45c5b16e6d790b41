import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import { type Advance, advance, type Happening } from './advance'
import { ahead, type Clock, nameOf, type Timed } from './clock'
import { derivedFrom } from './derived'
import { type Held, type HeldClock, heldWithRules, rulesInForce } from './load'
import type { Rules } from './sla-policy'
import { withBreachesTold } from './tell'
import { type Page, write } from './write'

/** Who moved the clocks (null: the helpdesk itself), and by which event. */
export interface Source {
  readonly actorId: number | null
  readonly event?: { readonly id: number }
}

/** By whom, and with which event, something has happened. */
interface Told {
  readonly actor: Actor
  readonly event: { readonly id: number }
}

/**
 * Tells the SLA of a ticket what has happened, in the verb's own transaction, after the ticket's row and its event are
 * written. The verb holds the row, so that one happening comes after the other.
 */
export async function keepPromises(
  tx: Tx,
  ticket: { readonly id: number },
  happening: Happening,
  { actor, event }: Told,
) {
  const { tickets, rules } = await heldWithRules(tx, [ticket.id])
  for (const present of tickets)
    await write(tx, await pagesAfter(tx, present, happening, rules, { actor, event }))
}

/**
 * What is promised on a ticket before it is there: what its row is to say of its clocks, so that it is written once, and what
 * keeps them once its event is written, too.
 */
export async function promisesOnFiling(
  tx: Tx,
  ticket: Omit<Held, 'id' | 'clocks'>,
  by: 'customer' | 'agent',
) {
  const rules = await rulesInForce(tx)
  const after = advance([], ticket, { kind: 'filed', by }, ticket.now, rules)
  return {
    derived: derivedFrom(after.clocks),
    async keep({ id }: { readonly id: number }, { actor, event }: Told) {
      const page = ledgerPage({ ...ticket, id, clocks: [] }, after, rules, { actorId: keyOf(actor), event })
      if (isNews(page)) await write(tx, [page])
    },
  }
}

/** What a happening writes of a ticket, given as it is once it has happened: a page or none. */
export async function pagesAfter(
  tx: Tx,
  ticket: Held,
  happening: Happening,
  rules: Rules,
  { actor, event }: Pick<Told, 'actor'> & Partial<Told>,
): Promise<readonly Page[]> {
  const after = advance(ticket.clocks, ticket, happening, ticket.now, rules)
  const page = ledgerPage(ticket, after, rules, { actorId: keyOf(actor), ...(event && { event }) })
  return isNews(page) ? withBreachesTold(tx, [page]) : []
}

const keyOf = (actor: Actor) => (actor.role === 'system' ? null : actor.id)

/** What is written of one ticket. */
export function ledgerPage(
  ticket: Held,
  { entries, clocks }: Advance,
  rules: Rules,
  { actorId, event }: Source,
): Page {
  const before = new Map(ticket.clocks.map((clock) => [nameOf(clock), clock]))
  const held = clocks.map((clock) => {
    const [next] = aheadOn(ticket, clock, before.get(nameOf(clock)), rules)
    return { ...clock, nextAt: next?.at ?? null }
  })
  return {
    ticketId: ticket.id,
    clocks: held,
    // What did not change is the very clock that was there.
    changed: held.filter((clock, place) => {
      const stored = before.get(nameOf(clock))
      return stored !== clocks[place] || stored?.nextAt?.getTime() !== clock.nextAt?.getTime()
    }),
    entries: entries.map((entry) => ({
      ...entry,
      // Nobody does a breach: it happens. And whoever takes a ticket up did not answer or resolve it.
      actorId: entry.kind === 'breached' || meanwhile.includes(entry.reason) ? null : actorId,
      eventId: event?.id ?? null,
    })),
  }
}

const meanwhile = ['answered_meanwhile', 'resolved_meanwhile']

/** Whether there is anything to write. Where only the steps of a policy have changed, the ledger gains nothing. */
export const isNews = ({ entries, changed }: Page) => entries.length > 0 || changed.length > 0

/**
 * What a clock of the ticket still has before it, soonest first, given as it is stored. One that had ended with nothing left is settled: a
 * priority that the ticket got later, or a step that the policy got, is not for it.
 */
export function aheadOn(
  { priority }: Held,
  clock: Clock,
  stored: HeldClock | undefined,
  { policies, hoursOf }: Rules,
): readonly Timed[] {
  if (clock.endedAt && stored?.endedAt && !stored.nextAt) return []
  const steps = policies.find(({ id }) => id === clock.policyId)?.steps ?? []
  return ahead(clock, { steps, priority, hoursOf })
}
