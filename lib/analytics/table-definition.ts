import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

/*
 * What belongs to tables of `public`, as the statements that make it anew for those that take their place.
 */

/** Indexes and keys, for a table of its name in `schema`; what takes longest is first. */
export const indexesOf = (tx: Tx, schema: string, table: string) =>
  statements(
    tx,
    sql`
      select case when c.oid is null
        then replace(pg_get_indexdef(i.indexrelid), format(' ON %I.', t.relnamespace::regnamespace), format(' ON %I.', ${schema}::text))
        else format('alter table %I.%I add constraint %I %s', ${schema}::text, t.relname, c.conname, pg_get_constraintdef(c.oid)) end as text
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
      where i.indrelid = ${inPublic(table)}
      order by pg_relation_size(i.indexrelid) desc`,
  )

/** Whose it is, and what others may do with it and with its columns. */
export const rightsOn = (tx: Tx, table: string) =>
  statements(
    tx,
    sql`
      with it as (select * from pg_class where oid = ${inPublic(table)}),
        lists as (
          select relacl as acl, '' as columns from it
          union all
          select a.attacl, format('(%I)', a.attname) from pg_attribute a join it on it.oid = a.attrelid where not a.attisdropped)
      select format('alter table public.%I owner to %s', relname, relowner::regrole) as text from it
      where relowner <> current_user::regrole and pg_has_role(relowner, 'member')
      union all
      select format('grant %s %s on public.%I to %s %s', r.privilege_type, columns, relname,
        case r.grantee when 0 then 'public' else r.grantee::regrole::text end, case when r.is_grantable then 'with grant option' end)
      from it cross join lists cross join lateral aclexplode(acl) r`,
  )

/** The views over tables, as they are, for those which their names mean by then. */
export const viewsOver = (tx: Tx, tables: readonly string[]) =>
  statements(
    tx,
    sql`
      select distinct format('create or replace view %s.%I %s as %s', v.relnamespace::regnamespace, v.relname,
        'with (' || array_to_string(v.reloptions, ', ') || ')', pg_get_viewdef(v.oid)) as text
      from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
      where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and v.relkind = 'v'
        and d.refobjid in ${tables.map(inPublic)}`,
  )

function inPublic(table: string) {
  return sql`${`public.${table}`}::regclass`
}

async function statements(tx: Tx, query: SQL) {
  const rows = await tx.execute<{ text: string }>(query)
  return rows.map(({ text }) => text)
}
