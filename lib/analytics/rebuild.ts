import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { workspaceZone } from '@/db/views'
import { inTransaction } from '@/lib/transaction'
import { factDimensions } from './fact'
import { writeOpenings } from './openings'
import { sums, valueAlong } from './tally'

/** Large, because each is joined to all tickets, and with the memory for it. */
const slice = 200_000
const atOnce = 2
const lock = 4713

/** Made again after the rows: as db/schema/facts.ts has them. */
const indexes = [
  ['facts_ticket', '(ticket_id)'],
  ['facts_amount', '(kind, day, amount) include (agent_id, category_id)'],
  [
    'facts_open_amount',
    '(kind, day, open_amount) include (agent_id, category_id) where open_amount is not null',
  ],
  ['facts_agent', '(agent_id, kind, day)'],
] as const

/**
 * Reads the facts of every ticket anew, and counts them.. One does it at a time; if
 * somebody does, this waits for them and does nothing.
 */
export const rebuild = (): Promise<void> =>
  db.transaction(async (holder) => {
    const [{ free } = { free: false }] = await holder.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${lock}) as free`,
    )
    if (!free) {
      await holder.execute(sql`select pg_advisory_xact_lock(${lock})`)
      return
    }
    await empty()
    const [start] = await db.execute<{ snapshot: string; first: number; last: number }>(sql`
      select pg_current_snapshot()::text as snapshot, coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from tickets`)
    if (!start) throw new Error('The database told no snapshot')
    for (const [name] of indexes) await db.execute(sql.raw(`drop index if exists ${name}`))
    await fill(start)
    await eachOf(indexes, ([name, columns]) =>
      db.execute(sql.raw(`create index if not exists ${name} on facts ${columns}`)),
    )
    await count()
    // Also for scans of an index alone, which ask what is visible to everybody.
    await db.execute(sql`vacuum (analyze) facts, fact_tallies`)
    await db.execute(sql`update fact_reading set seen = ${start.snapshot}`)
  })

const empty = () =>
  inTransaction(async (tx) => {
    await tx.execute(sql`lock table fact_reading in exclusive mode`)
    await tx.execute(sql`
      update fact_reading set seen = null, time_zone = ${workspaceZone}`)
    await tx.execute(sql`truncate facts, fact_tallies`)
    await writeOpenings(tx)
  })

const fill = ({ first, last }: { readonly first: number; readonly last: number }) =>
  eachOf(
    Array.from({ length: Math.ceil((last - first + 1) / slice) }, (_, place) => first + place * slice),
    (from) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local work_mem = '128MB'`)
        await tx.execute(sql`
          insert into facts select * from ticket_facts where ticket_id between ${from} and ${from + slice - 1}`)
      }),
  )

/** In the order in which they are read: what a report asks for lies together. */
async function count() {
  await eachOf(factDimensions, (name) =>
    db.execute(sql`
      insert into fact_tallies (span, starts, kind, dimension, value, n, good, amount, open_amount)
      select 'day', day, kind, ${sql.raw(`'${name}'`)}, value, ${sums(sql`1`)}
      from (select *, ${valueAlong[name]} as value from facts) f where value is not null
      group by day, kind, value order by kind, day, value`),
  )
  await db.execute(sql`
    insert into fact_tallies (span, starts, kind, dimension, value, n, good, amount, open_amount)
    select 'month', date_trunc('month', starts)::date, kind, dimension, value, sum(n), sum(good), sum(amount), sum(open_amount)
    from fact_tallies where span = 'day' group by 2, 3, 4, 5 order by 3, 4, 2, 5`)
}

/** Some at a time. */
async function eachOf<One>(all: Iterable<One>, work: (one: One) => Promise<unknown>) {
  const left = all[Symbol.iterator]()
  const hand = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
}
