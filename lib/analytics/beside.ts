import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { migrationLock } from '@/db/locks'
import { workspaceZone } from '@/db/views'
import { isLockedOut } from '@/lib/database-errors'
import { inTransaction, type Tx } from '@/lib/transaction'
import { foldIn } from './fold'
import { writeOpenings } from './openings'
import { indexesOf, rightsOn, viewsOver } from './table-definition'

/**
 * Facts and tallies that are made anew in a schema of their own, by the names that they have in the end, and how far they
 * have been read. Each run has another one: whoever goes on after a run is over, or after they have lost their lock, finds
 * no place to write.
 */
export interface Beside {
  readonly schema: string
  readonly basis: string
  /** The keys of the first and the last ticket. */
  readonly first: number
  readonly last: number
  /** The statements that make them, when the rows are there; what takes longest is first. */
  readonly indexes: Readonly<Record<(typeof tables)[number], readonly string[]>>
}

/** In the order in which whoever reads both takes them; the views over tallies are between. */
const tables = ['facts', 'fact_tallies'] as const

/**
 * What everything is computed by: the tables, and the row with the time zone. When either has changed meanwhile, and be it
 * back to what it was, one part may have been computed by another than the next.
 */
const basis = sql`concat_ws(' ', (select max(id) from drizzle.__drizzle_migrations),
  (select xmin from settings where key = 'timeZone'))`

/** Makes the empty tables. */
export const beginBeside = () =>
  inTransaction(async (tx): Promise<Beside> => {
    await dropLeft(tx)
    const schema = `facts_beside_${randomBytes(6).toString('hex')}`
    await tx.execute(sql.raw(`create schema ${schema}`))
    for (const table of [...tables, 'fact_reading'])
      await tx.execute(sql.raw(`create table ${schema}.${table} (like ${table} including defaults)`))
    const indexes = {
      facts: await indexesOf(tx, schema, 'facts'),
      fact_tallies: await indexesOf(tx, schema, 'fact_tallies'),
    }
    await writeOpenings(tx)
    const [start] = await tx.execute<Omit<Beside, 'indexes' | 'schema'> & Record<string, unknown>>(sql`
      with read as (
        insert into ${sql.raw(schema)}.fact_reading (seen, time_zone) values (pg_current_snapshot()::text, ${workspaceZone}))
      select ${basis} as basis, coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from tickets`)
    if (!start) throw new Error('The database told no beginning')
    return { ...start, schema, indexes }
  })

/** Drops what runs that were killed have left behind; for whoever knows that none is under way. */
export async function dropLeft(tx: Tx) {
  const left = await tx.execute<{ name: string }>(
    sql`select nspname as name from pg_namespace where nspname like 'facts\\_beside\\_%'`,
  )
  for (const { name } of left) await tx.execute(sql.raw(`drop schema ${name} cascade`))
}

/** Reads into them what has happened since, while others go on. */
export const catchUp = (beside: Beside) =>
  inTransaction(async (tx) => {
    await comeFirst(tx, beside)
    return foldIn(tx)
  })

/**
 * Puts what was made, with the last that has happened, in the place of what was there: whoever reads sees all of one or all
 * of the other, and neither is stale. The next `fold` goes on where they end. Those whom an operator has let read the tables
 * may read them as before, and the views over them stay, with all that depends on them.
 *
 * @returns `held up`: somebody reads for longer than others are to wait behind us, or brings the tables up to date; to be
 *   tried again. `outdated`: what they were computed by has changed.
 */
export const takePlace = (beside: Beside): Promise<'in place' | 'held up' | 'outdated'> =>
  inTransaction(async (tx) => {
    // Others wait behind us, and some of them hold what we wait for: nobody takes it for a deadlock so soon.
    await tx.execute(sql`set local lock_timeout = '500ms'`)
    const [{ free } = { free: false }] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock_shared(${migrationLock}) as free`,
    )
    if (!free) return 'held up'
    await tx.execute(sql`lock table public.fact_reading in exclusive mode`)
    await comeFirst(tx, beside)
    await foldIn(tx)
    await tx.execute(sql`lock table public.facts in access exclusive mode`)
    // Whoever held the table until now may have been what has changed it.
    const [now] = await tx.execute<{ basis: string }>(sql`select ${basis} as basis`)
    if (now?.basis !== beside.basis) return 'outdated'
    for (const view of await viewsNow(tx, beside)) await tx.execute(sql.raw(view))
    for (const table of tables) {
      const rights = await rightsOn(tx, table)
      await tx.execute(sql.raw(`drop table public.${table}`))
      await tx.execute(sql.raw(`alter table ${beside.schema}.${table} set schema public`))
      for (const right of rights) await tx.execute(sql.raw(right))
    }
    await tx.execute(sql`
      update public.fact_reading set (seen, time_zone) = (select seen, time_zone from ${sql.raw(beside.schema)}.fact_reading)`)
    await tx.execute(sql.raw(`drop schema ${beside.schema} cascade`))
    return 'in place' as const
  }).catch((error: unknown) => {
    if (isLockedOut(error)) return 'held up'
    throw error
  })

/** The views as they are, for the tables that their names mean. */
async function viewsNow(tx: Tx, beside: Beside) {
  await tx.execute(sql`set local search_path to public`)
  const views = await viewsOver(tx, tables)
  await comeFirst(tx, beside)
  return views
}

/** From here on, a table's name means the one beside, where there is one. */
const comeFirst = (tx: Tx, { schema }: Beside) =>
  tx.execute(sql.raw(`set local search_path to ${schema}, public`))
