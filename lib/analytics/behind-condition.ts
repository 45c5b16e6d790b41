import { type SQL, sql } from 'drizzle-orm'
import type { Agent } from '@/lib/viewer'
import { type Behind, type BehindNumber, readBehind } from './behind'
import { keyOf } from './counts'
import type { FactKind } from './fact'
import { mayTakeApart } from './policy'
import { unread } from './unread'

interface Wanted {
  readonly kinds: readonly FactKind[]
  readonly also?: SQL
}

const target = (kind: FactKind) => ({ kinds: [kind] }) satisfies Wanted
const met = (kind: FactKind) => ({ kinds: [kind], also: sql`good` }) satisfies Wanted
const missed = (...kinds: readonly FactKind[]) => ({ kinds, also: sql`not good` }) satisfies Wanted

const promised = ['first_response_target', 'next_response_target', 'resolution_target'] as const

/** One fact is enough; `lasting` and `backlog` are of all that happened to a ticket, and stand below. */
const wanted: Readonly<Record<Exclude<Behind, 'lasting' | 'backlog'>, Wanted>> = {
  created: target('created'),
  first_response: target('first_response'),
  next_response: target('next_response'),
  reply: target('reply'),
  resolved: target('resolved'),
  settled: met('resolved'),
  first_resolved: { kinds: ['resolved'], also: sql`previous is null` },
  bounced: { kinds: ['resolved'], also: sql`previous is null and not good` },
  one_touch: { kinds: ['resolved'], also: sql`good and replies = 1` },
  reopened: target('reopened'),
  first_response_target: target('first_response_target'),
  first_response_met: met('first_response_target'),
  first_response_missed: missed('first_response_target'),
  next_response_target: target('next_response_target'),
  next_response_met: met('next_response_target'),
  next_response_missed: missed('next_response_target'),
  resolution_target: target('resolution_target'),
  resolution_met: met('resolution_target'),
  resolution_missed: missed('resolution_target'),
  due: { kinds: promised },
  missed: missed(...promised),
  rated: target('rated'),
  happy: met('rated'),
}

/** Whether ticket `id` stands behind a number of the reports, in the words of an address (behind.ts). Read it when the facts are fresh. */
export function standsBehind(agent: Agent, id: SQL, text: string): SQL {
  const number = readBehind(text)
  if (!number || !mayTakeApart(agent, number)) return sql`false`
  return number.what === 'backlog'
    ? unresolvedThen(id, number)
    : sql`${id} in (${ticketsOf(number.what, number)})`
}

function ticketsOf(what: Exclude<Behind, 'backlog'>, { period, by, hour, score }: BehindNumber) {
  const { kinds, also }: Wanted = what === 'lasting' ? target('resolved') : wanted[what]
  const asked = [
    sql`kind in ${[...kinds]}`,
    sql`day between ${period.from}::date and ${period.to}::date`,
    also,
    by !== undefined && sql`agent_id = ${keyOf(by)}`,
    hour !== undefined && sql`hour = ${hour}`,
    score !== undefined && sql`amount = ${score}`,
  ].filter((condition) => condition !== false && condition !== undefined)
  const lasting = what === 'lasting' ? sql`group by ticket_id having bool_and(good)` : sql``
  return sql`select ticket_id from facts where ${sql.join(asked, sql` and `)} ${lasting}`
}

/** As it is now, without what has come and with what has gone since (backlog.ts); of the unread, what had come and not gone. */
function unresolvedThen(id: SQL, { period, by }: BehindNumber) {
  const holder = by === undefined ? sql`` : sql`and t.assignee_id = ${keyOf(by)}`
  return sql`${id} in (
    with unread as materialized (${unread}), since as (
      select ticket_id, ${net} as net from facts
      where kind in ('created', 'resolved', 'reopened') and day > ${period.to}::date
        and ticket_id not in (select ticket_id from unread)
      group by ticket_id)
    select t.id from tickets t left join since on since.ticket_id = t.id
    where t.status in ('open', 'pending', 'on_hold') and coalesce(since.net, 0) = 0
      and t.id not in (select ticket_id from unread) ${holder}
    union all
    select t.id from since join tickets t on t.id = since.ticket_id
    where t.status in ('resolved', 'closed') and since.net = -1 ${holder}
    union all
    select t.id from facts f join tickets t on t.id = f.ticket_id
    where t.id in (select ticket_id from unread) and f.kind in ('created', 'resolved', 'reopened')
      and f.day <= ${period.to}::date ${holder}
    group by t.id having ${net} = 1)`
}

const net = sql`sum(case kind when 'resolved' then -1 else 1 end)`
