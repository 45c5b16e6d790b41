import type { Sql } from 'postgres'

/** The large tables, loaded without their indexes and constraints: to build those at the end takes a fraction of the time. */
export const tables = [
  'people',
  'tickets',
  'messages',
  'events',
  'ticket_tags',
  'ratings',
  'sla_clocks',
  'sla_ledger',
] as const

/** What was taken off, as statements that put it back. What is of different tables can run side by side. */
export interface Removed {
  /** Keys come before the references to them. */
  readonly indexes: readonly (readonly string[])[]
  /** Made without a look at the rows, and then proved. */
  readonly references: readonly string[]
  readonly proofs: readonly (readonly string[])[]
}

/** Takes indexes, keys and references off the large tables. */
export async function bare(sql: Sql): Promise<Removed> {
  const names = `{${tables.join()}}`
  const constraints = await sql<Taken[]>`
    select c.conrelid::regclass::text as "table", c.contype as type,
      format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add,
      format('alter table %s validate constraint %I', c.conrelid::regclass, c.conname) as prove
    from pg_constraint c
    where c.contype in ('f', 'p', 'u')
      and (c.conrelid = any(${names}::regclass[]) or (c.contype = 'f' and c.confrelid = any(${names}::regclass[])))
    order by c.contype = 'f' desc, c.conname`
  const indexes = await sql<Taken[]>`
    select i.indrelid::regclass::text as "table", 'i' as type, format('drop index %s', i.indexrelid::regclass) as drop,
      pg_get_indexdef(i.indexrelid) as add, '' as prove
    from pg_index i
    where i.indrelid = any(${names}::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
    order by i.indexrelid::regclass::text`
  const taken = [...constraints, ...indexes]
  for (const { drop } of taken) await sql.unsafe(drop)
  const references = taken.filter(({ type }) => type === 'f')
  return {
    indexes: byTable(taken.filter(({ type }) => type !== 'f')).map((some) => some.map(({ add }) => add)),
    references: references.map(({ add }) => `${add} not valid`),
    proofs: byTable(references).map((some) => some.map(({ prove }) => prove)),
  }
}

interface Taken {
  readonly table: string
  readonly type: 'f' | 'p' | 'u' | 'i'
  readonly drop: string
  readonly add: string
  readonly prove: string
}

const byTable = (taken: readonly Taken[]) => [...Map.groupBy(taken, ({ table }) => table).values()]
