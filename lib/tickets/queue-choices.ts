import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent } from '@/lib/viewer'
import type { QueueFilter } from './queue-filter'
import type { QueueChoices } from './queue-sorts'

/** More than anybody reads through; what is not among them is found by its address. */
const mostChoices = 2_000

/** What a queue can be narrowed to, beyond the words of a ticket's own: one list for each menu. */
export async function queueChoices(_agent: Agent): Promise<QueueChoices> {
  const [row] = await db.execute<QueueChoices & Record<string, unknown>>(sql`select
    ${list(sql`p.email`, sql`p.name`, sql`people p where p.role <> 'customer' and p.deactivated_at is null`)} as assignee,
    ${list(sql`c.slug`, sql`c.name`, sql`categories c where c.active`, sql`c.display_order, c.name`)} as category,
    ${list(sql`t.uid`, sql`t.name`, sql`teams t where t.retired_at is null`)} as team,
    ${list(sql`g.name`, sql`g.name`, sql`tags g`)} as tag,
    ${list(sql`o.uid`, sql`o.name`, sql`organizations o`)} as organization`)
  return row ?? {}
}

type Asked = Pick<QueueFilter, 'assignee' | 'category' | 'team' | 'organization'>

/**
 * The names of what a filter asks for, for its chips; also of those who left and of what is retired. Asks the database
 * for nothing where the filter has none.
 */
export async function queueNames(
  _agent: Agent,
  { assignee = '', category, team, organization }: Asked,
): Promise<QueueChoices> {
  const teams = team.filter((uid) => uid !== 'none')
  const lists = {
    ...(assignee.includes('@') && {
      assignee: list(
        sql`p.email`,
        sql`p.name`,
        sql`people p where p.role <> 'customer' and p.email = ${assignee}`,
      ),
    }),
    ...(category.length > 0 && {
      category: list(sql`c.slug`, sql`c.name`, sql`categories c where c.slug in ${[...category]}`),
    }),
    ...(teams.length > 0 && {
      team: list(sql`t.uid`, sql`t.name`, sql`teams t where t.uid in ${teams}`),
    }),
    ...(organization.length > 0 && {
      organization: list(sql`o.uid`, sql`o.name`, sql`organizations o where o.uid in ${[...organization]}`),
    }),
  } satisfies Partial<Record<keyof QueueChoices, SQL>>
  const columns = Object.entries(lists).map(([name, values]) => sql`${values} as ${sql.identifier(name)}`)
  if (columns.length === 0) return {}
  const [row] = await db.execute<QueueChoices & Record<string, unknown>>(
    sql`select ${sql.join(columns, sql`, `)}`,
  )
  return row ?? {}
}

const list = (value: SQL, label: SQL, from: SQL, order: SQL = label) => sql`(
  select coalesce(json_agg(json_build_object('value', one.value, 'label', one.label)), '[]') from (
    select ${value} as value, ${label} as label from ${from} order by ${order} limit ${mostChoices}) one)`
