import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readBehind } from '@/lib/analytics/behind'
import { behindInWords } from '@/lib/analytics/behind-in-words'
import type { Agent } from '@/lib/viewer'
import { countedLive } from './counted'
import type { QueueFilter } from './queue-filter'
import { valuesNamed } from './queue-groups'
import { type ChosenFacet, chosenFacets, personWords, type QueueChoices } from './queue-sorts'

/** More than anybody reads through; what is not among them is found by its address. */
const mostChoices = 2_000

/** Whoever left may have some that wait for somebody else. */
const hasTickets = sql`exists (select from tickets h where h.assignee_id = p.id and ${countedLive(sql`h`)})`

/** What a queue can be narrowed to, beyond the words of a ticket's own: one list for each menu. */
export async function queueChoices(_agent: Agent): Promise<QueueChoices> {
  const [row] = await db.execute<QueueChoices & Record<string, unknown>>(sql`select
    ${list(sql`p.email`, sql`p.name`, sql`people p where p.role <> 'customer' and (p.deactivated_at is null or ${hasTickets})`, { away: sql`p.away_since is not null`, gone: sql`p.deactivated_at is not null` })} as assignee,
    ${list(sql`c.slug`, sql`c.name`, sql`categories c where c.active`, { order: sql`c.display_order, c.name` })} as category,
    ${list(sql`t.uid`, sql`t.name`, sql`teams t where t.retired_at is null`)} as team,
    ${list(sql`g.name`, sql`g.name`, sql`tags g`)} as tag,
    ${list(sql`o.uid`, sql`o.name`, sql`organizations o`)} as organization`)
  return row ?? {}
}

type Asked = Pick<QueueFilter, ChosenFacet | 'view'> & Partial<Pick<QueueFilter, 'behind'>>

/**
 * The names of what a queue asks for, for its chips and its view's conditions; also of those who left and of what is
 * retired, which are marked. What is gone is not among them. Asks the database for nothing where nothing is named.
 */
export async function queueNames(_agent: Agent, asked: Asked): Promise<QueueChoices> {
  const names = await namesAmong(asked)
  if (!asked.behind) return names
  const nameOf = (email: string) => personWords(names.assignee?.find(({ value }) => value === email))
  return { ...names, behind: behindInWords(asked.behind, nameOf) }
}

async function namesAmong(asked: Asked): Promise<QueueChoices> {
  const lists = chosenFacets.flatMap((facet) => {
    const values = named(asked, facet)
    return values.length > 0 ? [sql`${sources[facet](values)} as ${sql.identifier(facet)}`] : []
  })
  if (lists.length === 0) return {}
  const [row] = await db.execute<QueueChoices & Record<string, unknown>>(
    sql`select ${sql.join(lists, sql`, `)}`,
  )
  return row ?? {}
}

/** What only the database can tell the name of. */
const named = (asked: Asked, facet: ChosenFacet) =>
  [
    asked[facet] ?? [],
    asked.view ? valuesNamed(asked.view, facet) : [],
    facet === 'assignee' ? (readBehind(asked.behind ?? '')?.by ?? []) : [],
  ]
    .flat()
    .filter((value) => value !== 'none' && value !== 'me' && value !== '')

const sources: Readonly<Record<ChosenFacet, (values: readonly string[]) => SQL>> = {
  assignee: (values) =>
    list(sql`p.email`, sql`p.name`, sql`people p where p.role <> 'customer' and p.email in ${[...values]}`, {
      gone: sql`p.deactivated_at is not null`,
    }),
  category: (values) => list(sql`c.slug`, sql`c.name`, sql`categories c where c.slug in ${[...values]}`),
  team: (values) =>
    list(sql`t.uid`, sql`t.name`, sql`teams t where t.uid in ${[...values]}`, {
      gone: sql`t.retired_at is not null`,
    }),
  tag: (values) => list(sql`g.name`, sql`g.name`, sql`tags g where g.name in ${[...values]}`),
  organization: (values) => list(sql`o.uid`, sql`o.name`, sql`organizations o where o.uid in ${[...values]}`),
}

interface Beside {
  readonly order?: SQL
  readonly gone?: SQL
  readonly away?: SQL
}

const no = sql`false`

const list = (
  value: SQL,
  label: SQL,
  from: SQL,
  { order = label, gone = no, away = no }: Beside = {},
) => sql`(
  select coalesce(json_agg(json_strip_nulls(json_build_object('value', one.value, 'label', one.label,
    'gone', nullif(one.gone, false), 'away', nullif(one.away, false)))), '[]')
  from (select ${value} as value, ${label} as label, ${gone} as gone, ${away} as away
    from ${from} order by ${order} limit ${mostChoices}) one)`
