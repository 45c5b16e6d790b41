import { and, asc, eq, isNull, or, type Placeholder, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { savedViews, teams } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { withDefaults } from '@/lib/settings/settings'
import { type OpenView, readQueueFilter } from '@/lib/tickets/queue-filter'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'
import { type Agent, isSupervisor } from '@/lib/viewer'
import { mayKeep } from './policy'
import { readQuery } from './shape'
import { mostViews, type ScopeChoice, type ViewRow } from './view'

/** A view that somebody has opened, and what its screen needs to know. */
export interface OpenedView extends OpenView, ViewRow {
  /** As `NewView` has it. */
  readonly scopeValue: string
  readonly version: number
  readonly mayChange: boolean
}

interface Whose {
  readonly id: number | Placeholder
}

const isMember = (agent: Whose) =>
  sql<boolean>`exists (select from team_members m where m.team_id = ${savedViews.teamId} and m.person_id = ${agent.id})`

/** Their own, those of their teams, and those for everyone. */
const listedFor = (agent: Whose) =>
  or(
    eq(savedViews.ownerId, agent.id),
    and(isNull(savedViews.ownerId), isNull(savedViews.teamId)),
    isMember(agent),
  )

/** Supervisors open those of every team: they keep them. */
const openFor = (agent: Agent) =>
  isSupervisor(agent) ? or(listedFor(agent), sql`${savedViews.teamId} is not null`) : listedFor(agent)

const whose = sql<ViewRow['scope']>`case when ${savedViews.ownerId} is not null then 'personal'
  when ${savedViews.teamId} is not null then 'team' else 'everyone' end`

const columns = {
  uid: savedViews.uid,
  name: savedViews.name,
  scope: whose.as('scope'),
  team: sql<string | null>`(select t.name from teams t where t.id = ${savedViews.teamId})`.as('team'),
}

const order = [
  sql`array_position(array['personal', 'team', 'everyone'], ${whose})`,
  sql`${savedViews.name} collate "und-x-icu"`,
  asc(savedViews.id),
]

/**
 * What every page of the console has around it: the workspace's name, and the views that the sidebar shows somebody, at most
 * 50, their own first.
 */
export async function frameOf({ id }: Agent) {
  const [row] = await frame.execute({ id })
  return {
    workspace: withDefaults([{ key: 'workspaceName', value: row?.workspace }]).workspaceName,
    savedViews: row?.savedViews ?? [],
  }
}

const listed = db
  .select(columns)
  .from(savedViews)
  .where(listedFor({ id: sql.placeholder('id') }))
  .orderBy(...order)
  .limit(mostViews)

// Building the statement costs more than sending it.
const frame = db
  .select({
    workspace: sql<unknown>`(select value from settings where key = 'workspaceName')`,
    savedViews: sql<readonly ViewRow[] | null>`(select json_agg(v) from (${listed}) v)`,
  })
  .from(sql`(select) once`)
  .prepare('frame')

/** The same with what they ask, for counting; `view` is null where nobody understands that any more. */
export async function askedViews(agent: Agent) {
  const rows = await db
    .select({ ...columns, query: savedViews.query })
    .from(savedViews)
    .where(listedFor(agent))
    .orderBy(...order)
    .limit(mostViews)
  return rows.map(({ query, ...row }) => ({ ...row, view: openView(row, query) }))
}

/** Throws Missing, also where it is not for them. */
export async function viewByUid(agent: Agent, uid: string): Promise<OpenedView> {
  const [row] = isUid(uid) ? await rows(db, agent, uid) : []
  const view = row && openView(row, row.query)
  if (!row || !view) throw new Missing('View not found')
  const { scope, team, teamUid, version, belongs } = row
  return {
    ...view,
    scope,
    team,
    version,
    scopeValue: teamUid ?? scope,
    mayChange: mayKeep(agent, scope, belongs),
  }
}

/** A view as a transaction sees it, kept as it is until that ends. Throws Missing. */
export async function heldView(tx: Tx, agent: Agent, uid: string) {
  const [row] = isUid(uid) ? await rows(tx, agent, uid).for('update', { of: savedViews }) : []
  if (!row) throw new Missing('View not found')
  return row
}

const rows = (reader: Pick<Tx, 'select'>, agent: Agent, uid: string) =>
  reader
    .select({
      ...columns,
      id: savedViews.id,
      teamUid: teams.uid,
      query: savedViews.query,
      version: savedViews.version,
      belongs: sql<boolean>`coalesce(${savedViews.ownerId} = ${agent.id}, ${isMember(agent)})`,
    })
    .from(savedViews)
    .leftJoin(teams, eq(teams.id, savedViews.teamId))
    .where(and(eq(savedViews.uid, uid), openFor(agent)))

function openView({ uid, name }: Pick<ViewRow, 'uid' | 'name'>, kept: unknown): OpenView | null {
  const query = readQuery(kept)
  return (
    query && { uid, name, match: query.match, groups: query.groups, filter: readQueueFilter(query.address) }
  )
}

/** For whom an agent may save views. */
export async function scopeChoices(agent: Agent): Promise<readonly ScopeChoice[]> {
  const theirs = await db
    .select({ value: teams.uid, label: sql<string>`'The team ' || ${teams.name}` })
    .from(teams)
    .where(
      sql`${teams.retiredAt} is null and (${isSupervisor(agent)} or exists (
        select from team_members m where m.team_id = ${teams.id} and m.person_id = ${agent.id}))`,
    )
    .orderBy(sql`lower(${teams.name})`)
  return [
    { value: 'personal', label: 'Only me' },
    ...theirs,
    ...(mayKeep(agent, 'everyone', false) ? [{ value: 'everyone', label: 'Everyone' }] : []),
  ]
}
