import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { isDatabaseAway } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { log } from '@/lib/log'
import { notify, wasTold } from '@/lib/notifications/notify'
import { assignWithin, changeAssignee } from '@/lib/tickets/assign'
import { handOverByKey } from '@/lib/tickets/hand-over'
import { prioritizeWithin } from '@/lib/tickets/prioritize'
import { tagByKey } from '@/lib/tickets/tag'
import { isLive, type Ticket } from '@/lib/tickets/ticket'
import { inTransaction, type Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { applied, type Clock, nameOf, type Timed } from './clock'
import { aheadOn, ledgerPage } from './keep'
import { type Held, heldWithRules } from './load'
import type { Rules, Step } from './sla-policy'
import { tell } from './tell'
import { type Page, write } from './write'

/** Small enough that a verb never waits long for its ticket, large enough for a thousand deadlines in one second. */
const batch = 200

/**
 * Makes happen what is due by itself: warnings, breaches, escalation steps, each with the moment at which it was due.
 * Whoever holds a ticket's row decides, so several workers and the verbs do nothing twice; what nobody did while no
 * worker ran is still due. A ticket that cannot be done does not keep the others.
 *
 * @returns how many tickets had something due and have nothing left; more than none: ask again
 */
export async function fireDue(): Promise<number> {
  try {
    return await fireSome()
  } catch (err) {
    if (isDatabaseAway(err)) throw err
    log.warn({ err }, 'The SLA clocks are looked at one ticket at a time')
    return fireEach()
  }
}

async function fireEach() {
  const due = await db.execute<{ id: number; refid: string }>(sql`
    select id, refid from tickets where id in (${dueTickets}) order by id`)
  let fired = 0
  for (const { id, refid } of due)
    fired += await fireSome(id).catch((err: unknown) => {
      log.error({ err, refid }, 'What is due on a ticket cannot be done')
      return 0
    })
  return fired
}

const dueTickets = sql`select ticket_id from sla_clocks where next_at <= moment() order by next_at limit ${batch}`

const fireSome = (ticketId?: number) =>
  inTransaction(async (tx) => {
    const due = await tx.execute<{ id: number }>(sql`
      select id from tickets where id in (${dueTickets}) and id = coalesce(${ticketId ?? null}::bigint, id)
      order by id for no key update skip locked`)
    if (due.length === 0) return 0
    const { tickets, rules } = await heldWithRules(
      tx,
      due.map(({ id }) => id),
    )
    const pages: Page[] = []
    const escalations: Escalation[] = []
    for (const ticket of tickets) {
      const fired = await fire(tx, ticket, rules)
      pages.push(fired.page)
      escalations.push(...fired.escalations)
    }
    await write(tx, pages)
    for (const escalation of escalations) await escalate(tx, escalation)
    return tickets.filter(
      ({ now }, place) => !pages[place]?.clocks.some(({ nextAt }) => nextAt && nextAt <= now),
    ).length
  })

interface Escalation {
  readonly ticket: Held
  readonly step: Step
  /** Who would be given the ticket, were they there. */
  readonly away: string | null
  readonly event: { readonly id: number }
}

async function fire(tx: Tx, ticket: Held, rules: Rules) {
  const clocks = new Map<string, Clock>(ticket.clocks.map((clock) => [nameOf(clock), clock]))
  const entries: Page['entries'][number][] = []
  const escalations: Escalation[] = []
  for (const [clock, timed] of dueOf(ticket, rules)) {
    const away = timed.step && isLive(ticket) ? await awayOf(tx, timed.step) : null
    const event = await tellOf(tx, ticket, clock, { ...timed, away }, clocks)
    const { target, instance } = clock
    const entry = { target, instance, kind: timed.kind, at: timed.at, reason: timed.step?.key ?? 'deadline' }
    const after = applied(clocks.get(nameOf(clock)), entry, rules.hoursOf)
    clocks.set(nameOf(clock), after)
    entries.push({ ...entry, dueAt: after.dueAt, actorId: null, eventId: event.id })
    if (timed.step) escalations.push({ ticket, step: timed.step, away, event })
  }
  const page = ledgerPage(ticket, { entries: [], clocks: [...clocks.values()] }, rules, { actorId: null })
  return { page: { ...page, entries }, escalations }
}

/** All that is due on a ticket, in the order of its moments. */
const dueOf = (ticket: Held, rules: Rules): readonly (readonly [Clock, Timed])[] =>
  ticket.clocks
    .flatMap((clock) => aheadOn(ticket, clock, clock, rules).map((timed) => [clock, timed] as const))
    // Who answers at the very deadline keeps it.
    .filter(([, { kind, at }]) => (kind === 'breached' ? at < ticket.now : at <= ticket.now))
    .sort(([, a], [, b]) => a.at.getTime() - b.at.getTime())

/** Whom a step gives its ticket to, where they are away: who is away is given nothing new. */
async function awayOf(tx: Tx, { actions }: Step) {
  const to = actions.flatMap((action) => (action.do === 'reassign' && action.to !== null ? [action.to] : []))
  if (to.length === 0) return null
  const [person] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(inArray(people.id, to), isNotNull(people.awaySince)))
  return person?.name ?? null
}

/**
 * The event of the ticket's history; an escalation tells by when the ticket is expected to be resolved, and who was not given it
 * because they are away.
 */
function tellOf(
  tx: Tx,
  ticket: Held,
  { target, instance }: Clock,
  { kind, at, step, away }: Timed & Pick<Escalation, 'away'>,
  clocks: ReadonlyMap<string, Clock>,
) {
  const about = { target, instance, at }
  if (!step) return tell(tx, ticket.id, `sla.${kind}`, about)
  const resolution = [...clocks.values()].find((clock) => clock.target === 'resolution' && !clock.endedAt)
  const expected = resolution?.dueAt?.toISOString() ?? null
  return tell(tx, ticket.id, `sla.${step.key}`, about, {
    expected_resolution: [null, expected],
    ...(away && { not_assigned: [null, away] }),
  })
}

/** Does what a step says. What no longer makes sense (nobody there, ticket over) is left; the step was taken all the same. */
async function escalate(tx: Tx, { ticket, step, away, event }: Escalation) {
  // First, so that whoever is told of the escalation and given the ticket is told once.
  for (const action of step.actions) if (action.do === 'notify') await notify(tx, action, event)
  if (!isLive(ticket)) return
  for (const action of step.actions)
    if (action.do !== 'notify' && !(action.do === 'reassign' && away))
      await change(tx, ticket, action, event).catch(leftAlone)
}

async function change(
  tx: Tx,
  { id }: Held,
  action: Exclude<Step['actions'][number], { do: 'notify' }>,
  event: { readonly id: number },
) {
  // As an earlier step of this moment has left it.
  const [now] = await tx.execute<{
    status: Held['status']
    priority: Held['priority']
    assigneeId: number | null
    teamId: number | null
  }>(sql`
    select status, priority, assignee_id as "assigneeId", team_id as "teamId" from tickets where id = ${id}`)
  if (!now) return
  const ticket = { id, ...now }
  switch (action.do) {
    case 'reassign':
      return reassign(tx, ticket, action.to, event)
    case 'hand_over':
      return handOverByKey(tx, system, ticket, action.to)
    case 'tag':
      await tagByKey(tx, system, ticket, action.tag)
      return
    case 'prioritize':
      return prioritizeWithin(tx, system, ticket, action.to)
  }
}

async function reassign(
  tx: Tx,
  ticket: Pick<Ticket, 'id' | 'status' | 'assigneeId'>,
  to: number | null,
  event: { readonly id: number },
) {
  const told = to !== null && (await wasTold(tx, to, event))
  await (told ? changeAssignee : assignWithin)(tx, system, ticket, to === null ? null : { id: to })
}

function leftAlone(error: unknown) {
  if (!(error instanceof Refused)) throw error
}
