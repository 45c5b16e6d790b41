import { asc, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { calendars, categories, organizations, people, slaPolicies, tags, teams } from '@/db/schema'
import { allCategories } from '@/lib/categories/find'
import { Missing } from '@/lib/errors'
import { organizationList } from '@/lib/organizations/find'
import { staff } from '@/lib/people/find'
import { teamList } from '@/lib/teams/find'
import type { Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import type { Action } from '../sla-policy'
import type { ActionRow, PolicyChoices, PolicyRow } from './policy-row'

type Reader = Pick<Tx, 'select' | 'execute'>

/** All policies in the order in which they are asked, the one that closes the list last, retired ones among them. */
export const policyList = (_: Admin | System): Promise<readonly PolicyRow[]> => policyRows(db)

/** Throws Missing. */
export async function policyByUid(_: Admin | System, uid: string): Promise<PolicyRow> {
  const policy = (await policyRows(db)).find((one) => one.uid === uid)
  if (!policy) throw new Missing('Policy not found')
  return policy
}

/** The same as `policyList`, as a transaction sees it. */
export async function policyRows(reader: Reader): Promise<readonly PolicyRow[]> {
  const [rows, held] = await Promise.all([
    reader
      .select()
      .from(slaPolicies)
      .orderBy(asc(slaPolicies.fallback), asc(slaPolicies.position), asc(slaPolicies.id)),
    reader.execute<{ id: number; count: number }>(sql`
      select policy_id as id, count(distinct ticket_id) as count from sla_clocks where ended_at is null group by policy_id`),
  ])
  const names = await namesFor(reader, rows)
  const counts = new Map(held.map(({ id, count }) => [id, count]))
  return rows.map(({ id, conditions, calendarId, steps, position: _, createdAt: _since, ...policy }) => ({
    ...policy,
    conditions: {
      priorities: conditions.priorities ?? [],
      categories: (conditions.categories ?? []).map(names.category),
      channels: conditions.channels ?? [],
      organizations: (conditions.organizations ?? []).map(names.organization),
      teams: (conditions.teams ?? []).map(names.team),
      tags: (conditions.tags ?? []).map((id) => names.tag(id).name),
    },
    calendar: calendarId === null ? null : names.calendar(calendarId),
    steps: steps.map(({ priorities = [], actions, ...step }) => ({
      ...step,
      priorities,
      actions: actions.map((action) => actionRow(action, names)),
    })),
    tickets: counts.get(id) ?? 0,
  }))
}

function actionRow(action: Action, { person, team, tag }: Awaited<ReturnType<typeof namesFor>>): ActionRow {
  switch (action.do) {
    case 'notify':
      return { do: 'notify', people: action.people.map(person), teams: (action.teams ?? []).map(team) }
    case 'reassign':
      return { do: 'reassign', to: action.to === null ? null : person(action.to) }
    case 'hand_over':
      return { do: 'hand_over', to: team(action.to) }
    case 'tag':
      return { do: 'tag', tag: tag(action.tag).name }
    case 'prioritize':
      return action
  }
}

/** What a policy can be made of: all categories, active calendars, active people of the staff. */
export async function policyChoices(admin: Admin | System): Promise<PolicyChoices> {
  const [everyCategory, open, everybody, companies, everyTeam] = await Promise.all([
    allCategories(),
    db
      .select({ uid: calendars.uid, name: calendars.name })
      .from(calendars)
      .where(isNull(calendars.retiredAt))
      .orderBy(asc(calendars.name)),
    staff(admin),
    organizationList(admin),
    teamList(admin),
  ])
  return {
    categories: everyCategory.map(({ slug, name, active }) => ({ slug, name, active })),
    calendars: open,
    people: everybody.map(({ email, name }) => ({ email, name })),
    organizations: companies.map(({ uid, name }) => ({ uid, name })),
    teams: everyTeam.flatMap(({ uid, name, retiredAt }) => (retiredAt ? [] : [{ uid, name }])),
  }
}

/** The names behind the keys that these policies hold. */
async function namesFor(reader: Reader, policies: readonly (typeof slaPolicies.$inferSelect)[]) {
  const actions = policies.flatMap(({ steps }) => steps.flatMap((step) => step.actions))
  const categoryIds = policies.flatMap(({ conditions }) => conditions.categories ?? [])
  const personIds = actions.flatMap((action) => {
    if (action.do === 'notify') return action.people
    return action.do === 'reassign' && action.to !== null ? [action.to] : []
  })
  const calendarIds = policies.flatMap(({ calendarId }) => calendarId ?? [])
  const teamIds = [
    ...policies.flatMap(({ conditions }) => conditions.teams ?? []),
    ...actions.flatMap((action) => {
      if (action.do === 'notify') return action.teams ?? []
      return action.do === 'hand_over' ? action.to : []
    }),
  ]
  const tagIds = [
    ...policies.flatMap(({ conditions }) => conditions.tags ?? []),
    ...actions.flatMap((action) => (action.do === 'tag' ? action.tag : [])),
  ]
  const organizationIds = policies.flatMap(({ conditions }) => conditions.organizations ?? [])
  const [inThem, ofThem, theirs, forThem, byThem, onThem] = await Promise.all([
    reader
      .select({ id: categories.id, slug: categories.slug, name: categories.name })
      .from(categories)
      .where(inArray(categories.id, categoryIds)),
    reader
      .select({
        id: people.id,
        email: people.email,
        name: people.name,
        active: sql<boolean>`${people.deactivatedAt} is null and ${people.role} <> 'customer'`,
      })
      .from(people)
      .where(inArray(people.id, personIds)),
    reader
      .select({
        id: calendars.id,
        uid: calendars.uid,
        name: calendars.name,
        retired: sql<boolean>`${calendars.retiredAt} is not null`,
      })
      .from(calendars)
      .where(inArray(calendars.id, calendarIds)),
    reader
      .select({
        id: organizations.id,
        uid: organizations.uid,
        name: sql<string>`${organizations.name}::text`,
      })
      .from(organizations)
      .where(inArray(organizations.id, organizationIds)),
    reader
      .select({
        id: teams.id,
        uid: teams.uid,
        name: teams.name,
        retired: sql<boolean>`${teams.retiredAt} is not null`,
      })
      .from(teams)
      .where(inArray(teams.id, teamIds)),
    reader.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, tagIds)),
  ])
  return {
    category: nameIn(inThem, { slug: '', name: 'a deleted category' }),
    person: nameIn(ofThem, { email: '', name: 'somebody who is gone', active: false }),
    organization: nameIn(forThem, { uid: '', name: 'a deleted organization' }),
    team: nameIn(byThem, { uid: '', name: 'a deleted team', retired: true }),
    tag: nameIn(onThem, { name: 'a deleted tag' }),
    calendar: nameIn(theirs, { uid: '', name: 'a deleted calendar', retired: true }),
  }
}

function nameIn<Row extends { readonly id: number }>(rows: readonly Row[], gone: Omit<Row, 'id'>) {
  const names = new Map(rows.map(({ id, ...name }) => [id, name]))
  return (id: number) => names.get(id) ?? gone
}
