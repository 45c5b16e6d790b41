import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { elapsed } from '@/lib/sla/business-time'
import type { Hours } from '@/lib/sla/calendar'
import type { FactKind } from './fact'

/** A fact as METRICS tells it, without the database's definition of it. */
export interface ReadFact {
  readonly ticketId: number
  readonly kind: FactKind
  /** Microseconds since 1970. */
  readonly at: number
  readonly day: string
  readonly hour: number
  readonly agentId: number | null
  readonly categoryId: number | null
  readonly teamId: number | null
  readonly channel: string
  readonly priority: string
  readonly amount: number | null
  readonly openAmount: number | null
  readonly good: boolean | null
  readonly replies: number | null
  readonly previous: string | null
}

type TicketRow = {
  id: number
  requesterId: number
  assigneeId: number | null
  categoryId: number | null
  teamId: number | null
  channel: string
  priority: string
  createdAt: number
  counts: boolean
}
type EventRow = {
  id: number
  uid: string
  kind: string
  ticketId: number
  actorId: number | null
  assigneeId: number | null
  at: number
  takenBack: string | null
}
type MessageRow = { ticketId: number; authorId: number; originId: number | null; at: number }
type EntryRow = {
  ticketId: number
  target: string
  instance: number
  kind: string
  at: number
  assigneeId: number | null
}
type ClockRow = { ticketId: number; target: string; startedAt: number; hours: Hours | null }
type RatingRow = { ticketId: number; score: number; agentId: number | null; at: number }

const micros = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000000)::bigint`)

/**
 * Reads the definitions of METRICS over the raw rows, in TypeScript, a ticket at a time: what the reports have to agree with.
 */
export async function readFacts(timeZone: string): Promise<ReadFact[]> {
  const [tickets, events, messages, entries, clocks, ratings] = await Promise.all([
    db.execute<TicketRow>(sql`
      select id, requester_id as "requesterId", assignee_id as "assigneeId", category_id as "categoryId", team_id as "teamId",
        channel, priority, ${micros('created_at')} as "createdAt", spam_at is null and merged_into_id is null as counts from tickets`),
    db.execute<EventRow>(sql`
      select id, uid, kind, ticket_id as "ticketId", actor_id as "actorId", assignee_id as "assigneeId", ${micros('at')} as at,
        change -> 'taken_back' ->> 0 as "takenBack" from events where ticket_id is not null order by id`),
    db.execute<MessageRow>(sql`
      select ticket_id as "ticketId", author_id as "authorId", origin_id as "originId", ${micros('created_at')} as at
      from messages where audience = 'everyone' order by created_at, id`),
    db.execute<EntryRow>(sql`
      select l.ticket_id as "ticketId", l.target, l.instance, l.kind, ${micros('l.at')} as at, c.assignee_id as "assigneeId"
      from sla_ledger l join sla_clocks c using (ticket_id, target, instance) order by l.id`),
    db.execute<ClockRow>(sql`
      select ticket_id as "ticketId", target, ${micros('started_at')} as "startedAt", v.hours
      from sla_clocks c left join calendar_versions v on v.id = c.calendar_version_id`),
    db.execute<RatingRow>(
      sql`select ticket_id as "ticketId", score, agent_id as "agentId", ${micros('rated_at')} as at from ratings`,
    ),
  ])
  const cut = dayCutter(timeZone)
  const hours = sameHours()
  return tickets
    .filter(({ counts }) => counts)
    .flatMap((ticket) => {
      const own = <Row extends { readonly ticketId: number }>(rows: readonly Row[]) =>
        rows.filter(({ ticketId }) => ticketId === ticket.id)
      const fact = (kind: FactKind, at: number, rest: Partial<ReadFact>): ReadFact => ({
        ticketId: ticket.id,
        kind,
        at,
        ...cut(at),
        agentId: null,
        categoryId: ticket.categoryId,
        teamId: ticket.teamId,
        channel: ticket.channel,
        priority: ticket.priority,
        amount: null,
        openAmount: null,
        good: null,
        replies: null,
        previous: null,
        ...rest,
      })
      const took = (from: number, to: number, target: string) => {
        const begun = own(clocks).filter(({ startedAt }) => startedAt <= to)
        const latest = (among: readonly ClockRow[]) =>
          [...among].sort((one, other) => other.startedAt - one.startedAt)[0]
        const clock = latest(begun.filter((one) => one.target === target)) ?? latest(begun)
        const [start, end] = [new Date(Math.floor(from / 1000)), new Date(Math.floor(to / 1000))]
        const amount = Math.floor((to - from) / 1_000_000)
        return {
          amount,
          openAmount: clock?.hours ? Math.floor(elapsed(hours(clock.hours), start, end)) : amount,
        }
      }
      return [
        fact('created', ticket.createdAt, { agentId: ticket.assigneeId }),
        ...conversation(ticket, own(events), own(messages), fact, took),
        ...resolutions(ticket, own(events), own(messages), fact, took, cut),
        ...promises(own(entries), fact),
        ...own(ratings).map(({ score, agentId, at }) =>
          fact('rated', at, { agentId, amount: score, good: score >= 4 }),
        ),
      ]
    })
}

type MakeFact = (kind: FactKind, at: number, rest: Partial<ReadFact>) => ReadFact
type Took = (
  from: number,
  to: number,
  target: string,
) => { readonly amount: number; readonly openAmount: number }

/** First customer message → first agent reply, then each first unanswered one → the next. */
function conversation(
  ticket: TicketRow,
  events: readonly EventRow[],
  messages: readonly MessageRow[],
  fact: MakeFact,
  took: Took,
) {
  const found: ReadFact[] = []
  const filing = events.find(({ kind }) => kind === 'ticket.created')
  const onBehalf = filing?.actorId !== ticket.requesterId
  let [asked, answered]: [number | null, boolean] = [null, false]
  for (const { authorId, originId, at } of messages) {
    if (authorId === ticket.requesterId) {
      if (onBehalf && originId === null && at < ticket.createdAt + 1_000_000) continue
      asked ??= at
      continue
    }
    found.push(fact('reply', at, { agentId: authorId }))
    if (asked === null) continue
    const target = answered ? 'next_response' : 'first_response'
    found.push(fact(target, at, { agentId: authorId, ...took(asked, at, target) }))
    asked = null
    answered = true
  }
  return found
}

function resolutions(
  ticket: TicketRow,
  events: readonly EventRow[],
  messages: readonly MessageRow[],
  fact: MakeFact,
  took: Took,
  cut: ReturnType<typeof dayCutter>,
) {
  const takenBack = new Set(events.flatMap((event) => event.takenBack ?? []))
  const ends = events.filter(
    (event) =>
      ['ticket.resolved', 'ticket.reopened'].includes(event.kind) &&
      event.takenBack === null &&
      !takenBack.has(event.uid),
  )
  let previous: string | null = null
  return ends.map(({ kind, at, assigneeId }, place) => {
    if (kind === 'ticket.reopened') return fact('reopened', at, {})
    const good = ends[place + 1]?.kind !== 'ticket.reopened'
    const resolved = fact('resolved', at, {
      agentId: assigneeId,
      good,
      ...(good && took(ticket.createdAt, at, 'resolution')),
      replies: messages.filter((one) => one.authorId !== ticket.requesterId && one.at <= at).length,
      previous,
    })
    previous = cut(at).day
    return resolved
  })
}

/** Each clock once: where it was breached at its deadline, else where it was met. */
function promises(entries: readonly EntryRow[], fact: MakeFact) {
  const clocks = Map.groupBy(entries, ({ target, instance }) => `${target} ${instance}`)
  return [...clocks.values()].flatMap((ledger) => {
    const breached = ledger.find(({ kind }) => kind === 'breached')
    const last = ledger.findLast(({ kind }) => ['met', 'voided', 'revived'].includes(kind))
    const end = breached ?? (last?.kind === 'met' ? last : undefined)
    if (!end) return []
    const kind = `${end.target}_target` as FactKind
    return [fact(kind, end.at, { agentId: end.assigneeId, good: !breached })]
  })
}

function dayCutter(timeZone: string) {
  const words = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return (at: number) => {
    const [day = '', time = ''] = words.format(new Date(at / 1000)).split(', ')
    const weekday = (new Date(day).getUTCDay() + 6) % 7
    return { day, hour: weekday * 24 + Number(time.slice(0, 2)) }
  }
}

/** Calendars are compiled by the object: the same hours are one. */
function sameHours() {
  const known = new Map<string, Hours>()
  return (hours: Hours) => {
    const text = JSON.stringify(hours)
    const kept = known.get(text) ?? hours
    known.set(text, kept)
    return kept
  }
}
