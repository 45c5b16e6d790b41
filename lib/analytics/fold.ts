import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { workspaceZone } from '@/db/views'
import { inTransaction, type Tx } from '@/lib/transaction'
import { factDimensions } from './fact'
import { writeOpenings } from './openings'
import { sums, valueAlong } from './tally'

/**
 * Brings the facts, and the tallies over them, up to what has been committed: each ticket that anything has happened to
 * since they were read is read anew, and the tallies change by the difference. So whoever reads them afterwards reads
 * nothing stale, and no total is ever computed from the beginning. Several may call it at once.
 *
 * @returns how many tickets were read; `rebuild`: all have to be (rebuild.ts), or more than `most`
 */
export const fold = (most = Number.POSITIVE_INFINITY) =>
  inTransaction((tx) => foldIn(tx, most), { isolationLevel: 'repeatable read' })

/** As `fold`, within `tx` and of those tables that its search path finds first (beside.ts). */
export async function foldIn(tx: Tx, most = Number.POSITIVE_INFINITY) {
  // Before the snapshot of `fold`: whoever had to wait sees what the one before has done.
  await tx.execute(sql`lock table fact_reading in exclusive mode`)
  const reading = await readSoFar(tx)
  if (!reading) return 'rebuild'
  const ids = await staleTickets(tx, reading)
  if (ids.length > most) return 'rebuild'
  if (ids.length > 0) {
    await writeOpenings(tx)
    await readAnew(tx, ids)
    await tx.execute(sql`update fact_reading set seen = ${reading.now}`)
  }
  return ids.length
}

interface Reading {
  readonly seen: string
  /** No transaction before this one is unknown to it. */
  readonly first: string
  /** What can be seen now is read by all that follows, and perhaps more. */
  readonly now: string
}

/** Undefined: nothing was read yet, or by another time zone, or in another database from which this one was restored. */
async function readSoFar(tx: Tx) {
  const [reading] = await tx.execute<{ [Name in keyof Reading]: Reading[Name] }>(sql`
    select seen, pg_snapshot_xmin(seen::pg_snapshot)::text as first, pg_current_snapshot()::text as now from fact_reading
    where seen is not null and pg_snapshot_xmax(seen::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
      and time_zone = ${workspaceZone}`)
  return reading
}

/** Those with events that were not visible then, and those of whose deadlines nobody has noticed yet that they passed. */
async function staleTickets(tx: Tx, { seen, first }: Reading) {
  const rows = await tx.execute<{ id: number }>(sql`
    select e.ticket_id as id from events e
    where e.tx >= ${first}::xid8 and not pg_visible_in_snapshot(e.tx, ${seen}::pg_snapshot) and e.ticket_id is not null
    union
    select c.ticket_id from sla_clocks c where c.next_at <= moment() and c.due_at < moment() and c.breached_at is null
    ${plannedForItsValues}`)
  return rows.map(({ id }) => id)
}

async function readAnew(tx: Tx, ids: readonly number[]) {
  const among = sql`any(${sql.param(`{${ids.join()}}`)}::bigint[])`
  const values = sql.join(
    factDimensions.map(
      (name) => sql`(${sql.raw(`'${name}'`)}::fact_dimension, (${valueAlong[name]})::bigint)`,
    ),
    sql`, `,
  )
  await tx.execute(sql`
    with was as (delete from facts where ticket_id = ${among} returning *),
      is_now as (insert into facts select * from ticket_facts where ticket_id = ${among} returning *),
      changes as (select *, -1 as times from was union all select *, 1 from is_now)
    insert into fact_tallies as tally (span, starts, kind, dimension, value, n, good, amount, open_amount)
    select s.span::tally_span, s.starts, kind, d.dimension, d.value, ${sums(sql`times`)}
    from changes
    cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) s(span, starts)
    cross join lateral (values ${values}) d(dimension, value)
    where d.value is not null
    group by 1, 2, 3, 4, 5
    having sum(times) <> 0 or sum(times * coalesce(good, false)::integer) <> 0 or sum(times * coalesce(amount, 0)) <> 0
      or sum(times * coalesce(open_amount, 0)) <> 0
    on conflict (span, kind, dimension, starts, value) do update set n = tally.n + excluded.n, good = tally.good + excluded.good,
      amount = tally.amount + excluded.amount, open_amount = tally.open_amount + excluded.open_amount`)
  await tx.execute(sql`delete from fact_tallies where n = 0`)
}
