import type { Sql } from 'postgres'

/**
 * The large tables, the largest first, loaded without their indexes and constraints: to build those at the end takes a
 * fraction of the time.
 */
export const tables = [
  'messages',
  'events',
  'tickets',
  'sla_clocks',
  'sla_ledger',
  'people',
  'ticket_tags',
  'ratings',
] as const

/** What was taken off, as groups of statements that put it back. Groups can run side by side. */
export interface Removed {
  /** They lock their table, and come before the references to them. */
  readonly keys: readonly (readonly string[])[]
  /** What takes longest is first. */
  readonly indexes: readonly (readonly string[])[]
  /** Made without a look at the rows, and then proved. */
  readonly references: readonly string[]
  readonly proofs: readonly (readonly string[])[]
}

/** Takes indexes, keys and references off the large tables. */
export async function bare(sql: Sql): Promise<Removed> {
  const names = `{${tables.join()}}`
  const constraints = await sql<Constraint[]>`
    select c.conrelid::regclass::text as "table", c.contype as type,
      format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add,
      format('alter table %s validate constraint %I', c.conrelid::regclass, c.conname) as prove
    from pg_constraint c
    where c.contype in ('f', 'p', 'u')
      and (c.conrelid = any(${names}::regclass[]) or (c.contype = 'f' and c.confrelid = any(${names}::regclass[])))
    order by c.contype = 'f' desc, c.conname`
  const indexes = await sql<Taken[]>`
    select format('drop index %s', i.indexrelid::regclass) as drop,
      pg_get_indexdef(i.indexrelid) as add
    from pg_index i
    where i.indrelid = any(${names}::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
    order by (select a.amname <> 'gin' from pg_class c join pg_am a on a.oid = c.relam where c.oid = i.indexrelid),
      array_position(${names}::regclass[], i.indrelid::regclass), i.indexrelid::regclass::text`
  for (const { drop } of [...constraints, ...indexes]) await sql.unsafe(drop)
  // Whom something is credited to is written with it: to look it up takes the index.
  const credits = await sql<{ table: string; name: string }[]>`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger where tgfoid = 'credit_assignee'::regproc`
  for (const { table, name } of credits) await sql.unsafe(`alter table ${table} disable trigger ${name}`)
  const references = constraints.filter(({ type }) => type === 'f')
  return {
    keys: byTable(constraints.filter(({ type }) => type !== 'f')).map((some) => some.map(({ add }) => add)),
    indexes: indexes.map(({ add }) => [add]),
    references: [
      ...references.map(({ add }) => `${add} not valid`),
      ...credits.map(({ table, name }) => `alter table ${table} enable trigger ${name}`),
    ],
    proofs: byTable(references).map((some) => some.map(({ prove }) => prove)),
  }
}

interface Taken {
  readonly drop: string
  readonly add: string
}

interface Constraint extends Taken {
  readonly table: string
  readonly type: 'f' | 'p' | 'u'
  readonly prove: string
}

const byTable = (taken: readonly Constraint[]) => [...Map.groupBy(taken, ({ table }) => table).values()]
