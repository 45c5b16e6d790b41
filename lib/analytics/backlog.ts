import { sql } from 'drizzle-orm'
import { countedLive } from '@/lib/tickets/counted'
import { counts, narrowedTo } from './counts'
import { read } from './one-moment'
import { isNarrowed, type Narrowed } from './scope'

/** The tickets that are unresolved now, with the columns of a fact; the agent is whoever has them. */
export const unresolved = sql`
  select id as ticket_id, priority, channel, category_id, team_id, assignee_id as agent_id from tickets t
  where ${countedLive(sql`t`)}`

const comings = sql`case kind when 'resolved' then -n else n end`

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
    unresolvedNow({ ...rest, agent }),
    read<{ day: string; change: number }>(sql`
      select to_char(starts, 'YYYY-MM-DD') as day, sum(${comings})::integer as change
      from (${counts(narrowed, {
        kinds: ['created', 'resolved', 'reopened'],
        dimension: 'all',
        days: [{ from: first, to: 'infinity' }],
        months: null,
      })}) c
      group by starts`),
  ])
  return days.map((end) => changes.reduce((left, { day, change }) => (day > end ? left - change : left), now))
}

async function unresolvedNow(narrowed: Narrowed) {
  const [row] = await read<{ n: number }>(
    isNarrowed(narrowed)
      ? sql`
        select count(*)::integer as n from (${unresolved}) f where ${narrowedTo(narrowed)}`
      : // Of the same reading as what has come and gone since.
        sql`
        select coalesce(sum(${comings}), 0)::integer as n from fact_tallies
        where span = 'month' and dimension = 'all' and kind in ('created', 'resolved', 'reopened')`,
  )
  return row?.n ?? 0
}
