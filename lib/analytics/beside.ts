import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { workspaceZone } from '@/db/views'
import { isLockedOut } from '@/lib/database-errors'
import { inTransaction, type Tx } from '@/lib/transaction'
import { writeOpenings } from './openings'

/**
 * Facts and tallies that are made anew in a schema of their own, by the names that they have in the end. Each run has
 * another one: whoever goes on after a run is over, or after they have lost their lock, finds no place to write.
 */
export interface Beside {
  readonly schema: string
  /** What had been committed then is in them. */
  readonly snapshot: string
  readonly timeZone: string
  /** The keys of the first and the last ticket. */
  readonly first: number
  readonly last: number
  /** The statements that make them, when the rows are there; what takes longest is first. */
  readonly indexes: Readonly<Record<(typeof tables)[number], readonly string[]>>
}

/** In the order in which whoever reads both takes them; the views over tallies are between. */
const tables = ['facts', 'fact_tallies'] as const

/** Makes the empty tables; those that somebody has left behind go. */
export const beginBeside = () =>
  inTransaction(async (tx): Promise<Beside> => {
    await writeOpenings(tx)
    const left = await tx.execute<{ name: string }>(
      sql`select nspname as name from pg_namespace where nspname like 'facts\\_beside%'`,
    )
    for (const { name } of left) await tx.execute(sql.raw(`drop schema ${name} cascade`))
    const schema = `facts_beside_${randomBytes(6).toString('hex')}`
    await tx.execute(sql.raw(`create schema ${schema}`))
    for (const table of tables)
      await tx.execute(sql.raw(`create table ${schema}.${table} (like ${table} including defaults)`))
    const indexes = {
      facts: await indexesOf(tx, schema, 'facts'),
      fact_tallies: await indexesOf(tx, schema, 'fact_tallies'),
    }
    const [start] = await tx.execute<Omit<Beside, 'indexes' | 'schema'> & Record<string, unknown>>(sql`
      select pg_current_snapshot()::text as snapshot, ${workspaceZone} as "timeZone",
        coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from tickets`)
    if (!start) throw new Error('The database told no snapshot')
    return { ...start, schema, indexes }
  })

async function indexesOf(tx: Tx, schema: string, table: (typeof tables)[number]) {
  const rows = await tx.execute<{ text: string }>(sql`
    select case when c.oid is null
      then replace(pg_get_indexdef(i.indexrelid), format(' ON %I.', t.relnamespace::regnamespace), format(' ON %I.', ${schema}::text))
      else format('alter table %I.%I add constraint %I %s', ${schema}::text, t.relname, c.conname, pg_get_constraintdef(c.oid)) end as text
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
    where i.indrelid = ${table}::regclass
    order by pg_relation_size(i.indexrelid) desc`)
  return rows.map(({ text }) => text)
}

/**
 * Puts what was made in the place of what was there: whoever reads sees all of one or all of the other. The next `fold`
 * goes on where they begin.
 *
 * @returns false: somebody is reading for longer than others are to wait behind us; to be tried again
 */
export const takePlace = ({ schema, snapshot, timeZone }: Beside) =>
  inTransaction(async (tx) => {
    // Others wait behind us, and some of them hold what we wait for: nobody takes it for a deadlock so soon.
    await tx.execute(sql`set local lock_timeout = '500ms'`)
    await tx.execute(sql`lock table fact_reading in exclusive mode`)
    await tx.execute(sql`lock table facts in access exclusive mode`)
    const views = await tx.execute<{ name: string; text: string }>(sql`
      select distinct v.oid::regclass::text as name, pg_get_viewdef(v.oid) as text
      from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
      where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = any(${`{${tables.join()}}`}::regclass[])`)
    for (const { name } of views) await tx.execute(sql.raw(`drop view ${name}`))
    for (const table of tables) {
      await tx.execute(sql.raw(`drop table ${table}`))
      await tx.execute(sql.raw(`alter table ${schema}.${table} set schema public`))
    }
    for (const { name, text } of views) await tx.execute(sql.raw(`create view ${name} as ${text}`))
    await tx.execute(sql.raw(`drop schema ${schema}`))
    await tx.execute(sql`update fact_reading set seen = ${snapshot}, time_zone = ${timeZone}`)
    return true
  }).catch((error: unknown) => {
    if (isLockedOut(error)) return false
    throw error
  })
