import { sql } from 'drizzle-orm'
import { workspaceZone } from '@/db/views'
import { isLockedOut } from '@/lib/database-errors'
import { inTransaction, type Tx } from '@/lib/transaction'
import { writeOpenings } from './openings'

/** Facts and tallies that are made anew in the schema `facts_beside`, by the names that they have in the end. */
export interface Beside {
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
    await tx.execute(sql`drop schema if exists facts_beside cascade`)
    await tx.execute(sql`create schema facts_beside`)
    for (const table of tables)
      await tx.execute(sql.raw(`create table facts_beside.${table} (like ${table} including defaults)`))
    const indexes = { facts: await indexesOf(tx, 'facts'), fact_tallies: await indexesOf(tx, 'fact_tallies') }
    const [start] = await tx.execute<Omit<Beside, 'indexes'> & Record<string, unknown>>(sql`
      select pg_current_snapshot()::text as snapshot, ${workspaceZone} as "timeZone",
        coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from tickets`)
    if (!start) throw new Error('The database told no snapshot')
    return { ...start, indexes }
  })

async function indexesOf(tx: Tx, table: (typeof tables)[number]) {
  const rows = await tx.execute<{ text: string }>(sql`
    select case when c.oid is null
      then replace(pg_get_indexdef(i.indexrelid), format(' ON %I.', t.relnamespace::regnamespace), ' ON facts_beside.')
      else format('alter table facts_beside.%I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) end as text
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
export const takePlace = ({ snapshot, timeZone }: Beside) =>
  inTransaction(async (tx) => {
    // Others wait behind us, and some of them hold what we wait for: nobody takes it for a deadlock so soon.
    await tx.execute(sql`set local lock_timeout = '500ms'`)
    await tx.execute(sql`lock table fact_reading in exclusive mode`)
    await tx.execute(sql`lock table facts in access exclusive mode`)
    const views = await tx.execute<{ name: string; text: string }>(sql`
      select distinct v.oid::regclass::text as name, pg_get_viewdef(v.oid) as text
      from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
      where d.classid = 'pg_rewrite'::regclass and d.refobjid = any(${`{${tables.join()}}`}::regclass[])`)
    for (const { name } of views) await tx.execute(sql.raw(`drop view ${name}`))
    for (const table of tables) {
      await tx.execute(sql.raw(`drop table ${table}`))
      await tx.execute(sql.raw(`alter table facts_beside.${table} set schema public`))
    }
    for (const { name, text } of views) await tx.execute(sql.raw(`create view ${name} as ${text}`))
    await tx.execute(sql`drop schema facts_beside`)
    await tx.execute(sql`update fact_reading set seen = ${snapshot}, time_zone = ${timeZone}`)
    return true
  }).catch((error: unknown) => {
    if (isLockedOut(error)) return false
    throw error
  })
