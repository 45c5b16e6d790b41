import { expect, test } from 'vitest'
import { sql } from './client'

test('the role of customers may read the portal views and nothing else', async () => {
  // Views of extensions are left out: pg_stat_statements shows everyone the shapes of statements, without values.
  const relations = await sql<{ name: string; privileges: string[] }[]>`
    select c.relname as name, array(
      select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as privilege
      where has_table_privilege('deskwell_portal', c.oid, privilege)) as privileges
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`
  const allowed = relations.filter(({ privileges }) => privileges.length > 0)

  expect(relations.map(({ name }) => name)).toContain('messages')
  expect(allowed.map(({ name }) => name).toSorted()).toEqual([
    'portal_categories',
    'portal_events',
    'portal_messages',
    'portal_promises',
    'portal_settings',
    'portal_tickets',
  ])
  expect(new Set(allowed.flatMap(({ privileges }) => privileges))).toEqual(new Set(['SELECT']))
})

test('the views of the portal keep their barrier', async () => {
  const views = await sql<{ name: string; options: string[] | null }[]>`
    select relname as name, reloptions as options from pg_class where relname like 'portal\\_%' and relkind = 'v'`

  expect(views.length).toBeGreaterThan(0)
  for (const { options } of views) expect(options).toContain('security_barrier=true')
})

test('history cannot be rewritten', async () => {
  await expect(sql`update events set kind = 'x'`).rejects.toThrow('append-only')
  await expect(sql`delete from events`).rejects.toThrow('append-only')
  await expect(sql`truncate events cascade`).rejects.toThrow('append-only')
})
