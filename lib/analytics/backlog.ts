import { sql } from 'drizzle-orm'
import { countedLive } from '@/lib/tickets/counted'
import { counts, narrowedTo } from './counts'
import { read } from './one-moment'
import { isNarrowed, type Narrowed } from './scope'
import { unread } from './unread'

/** The tickets that are unresolved now, with the columns of a fact; the agent is whoever has them. */
export const unresolved = sql`
  select id as ticket_id, priority, channel, category_id, team_id, assignee_id as agent_id from tickets t
  where ${countedLive(sql`t`)}`

const comings = sql`case kind when 'resolved' then -n else n end`
const kinds = ['created', 'resolved', 'reopened'] as const

/**
 * How many tickets were neither resolved nor closed at the end of each of these days: those that are so now, without what has
 * come and with what has gone since. Of an agent it is what they have now.
 */
export async function backlogAt(
  { agent, ...rest }: Narrowed,
  days: readonly string[],
): Promise<readonly number[]> {
  const narrowed = { ...rest, ...(agent !== undefined && { holder: agent }) }
  const first = days.reduce((one, other) => (one < other ? one : other))
  const [now, changes] = await Promise.all([
    unresolvedNow({ ...rest, agent }, narrowed),
    read<{ day: string; change: number }>(sql`
      select to_char(starts, 'YYYY-MM-DD') as day, sum(${comings})::integer as change
      from (${counts(narrowed, {
        kinds,
        dimension: 'all',
        days: [{ from: first, to: 'infinity' }],
        months: null,
      })}) c
      group by starts`),
  ])
  return days.map((end) => changes.reduce((left, { day, change }) => (day > end ? left - change : left), now))
}

/** Of the same reading as what has come and gone since: `tickets` narrows tickets as `facts` narrows facts. */
async function unresolvedNow(tickets: Narrowed, facts: Narrowed) {
  const [row] = await read<{ n: number }>(
    isNarrowed(tickets)
      ? sql`
        with unread as materialized (${unread})
        select (
            select count(*)::integer from (${unresolved}) f
            where ${narrowedTo(tickets)} and ticket_id not in (select ticket_id from unread))
          + (
            select coalesce(sum(${comings}), 0)::integer from (select *, 1 as n from facts) f
            where ${narrowedTo(facts)} and kind in ${[...kinds]} and ticket_id in (select ticket_id from unread)) as n`
      : sql`
        select coalesce(sum(${comings}), 0)::integer as n from fact_tallies
        where span = 'month' and dimension = 'all' and kind in ('created', 'resolved', 'reopened')`,
  )
  return row?.n ?? 0
}
