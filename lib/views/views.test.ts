import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { changePerson } from '@/lib/people/change-person'
import { createTeam } from '@/lib/teams/create'
import { agent } from '@/lib/testing/people'
import { noGroups } from '@/lib/tickets/queue-groups'
import { type Agent, system } from '@/lib/viewer'
import { createView } from './create'
import { deleteView } from './delete'
import { editView } from './edit'
import { frameOf, scopeChoices, viewByUid } from './find'
import { queryFits, queryIn, viewFields } from './shape'
import { mostConditions, mostViews, type ViewQuery } from './view'

const [ana, ben, kim] = [await agent(), await agent('Ben Agent'), await agent('Kim Lead', 'supervisor')]
const team = await createTeam(system, { name: 'Billing', members: [ana.email] })

const another = await createTeam(system, { name: 'Another', members: [ben.email] })

const urgent: ViewQuery = { address: { priority: 'urgent' }, ...noGroups }

const names = async (viewer: Agent) => (await frameOf(viewer)).savedViews.map(({ name }) => name)

const lastEvent = async () => {
  const [event] = await db.execute<{ kind: string; change: unknown }>(
    sql`select kind, change from events where kind like 'view.%' order by id desc limit 1`,
  )
  return event
}

test('everybody sees their own views, those of their teams and those for everyone', async () => {
  const mine = await createView(ana, { name: 'Mine, urgent', scope: 'personal', query: urgent })
  const ours = await createView(ana, { name: 'Ours, urgent', scope: team.uid, query: urgent })
  const all = await createView(kim, { name: 'Urgent', scope: 'everyone', query: urgent })

  expect(await names(ana)).toEqual(['Mine, urgent', 'Ours, urgent', 'Urgent'])
  expect(await names(ben)).toEqual(['Urgent'])
  expect(await names(kim)).toEqual(['Urgent'])
  expect(await viewByUid(ben, all.uid)).toMatchObject({ name: 'Urgent', mayChange: false, scope: 'everyone' })
  expect(await viewByUid(kim, ours.uid)).toMatchObject({ mayChange: true, scopeValue: team.uid })
  for (const { uid } of [mine, ours]) await expect(viewByUid(ben, uid)).rejects.toThrow(Missing)
  await expect(viewByUid(kim, mine.uid)).rejects.toThrow(Missing)
  for (const uid of ['nonsense', '', '%', crypto.randomUUID()])
    await expect(viewByUid(ana, uid)).rejects.toThrow(Missing)

  for (const { uid } of [mine, ours, all]) {
    await expect(editView(ben, uid, { name: 'Taken', scope: 'personal', query: urgent }, 1)).rejects.toThrow(
      Missing,
    )
    await expect(deleteView(ben, uid)).rejects.toThrow(Missing)
  }
  await expect(deleteView(kim, mine.uid)).rejects.toThrow(Missing)
})

test('a view goes where its maker may put it', async () => {
  const put = (viewer: Agent, scope: string) => createView(viewer, { name: 'Placed', scope, query: urgent })
  await expect(put(ana, 'everyone')).rejects.toMatchObject({ field: 'scope' })
  await expect(put(ben, team.uid)).rejects.toMatchObject({ field: 'scope' })
  await expect(put(kim, crypto.randomUUID())).rejects.toMatchObject({ field: 'scope' })
  const { uid } = await put(kim, team.uid)
  expect(await names(ana)).toContain('Placed')
  expect((await scopeChoices(ana)).map(({ value }) => value)).toEqual(['personal', team.uid])
  expect((await scopeChoices(kim)).map(({ value }) => value)).toEqual([
    'personal',
    another.uid,
    team.uid,
    'everyone',
  ])
  expect((await scopeChoices(ben)).map(({ value }) => value)).toEqual(['personal', another.uid])

  await expect(
    editView(ana, uid, { name: 'Placed', scope: 'everyone', query: urgent }, 1),
  ).rejects.toMatchObject({
    field: 'scope',
  })
  await editView(ana, uid, { name: 'Taken along', scope: 'personal', query: urgent }, 1)
  expect(await lastEvent()).toEqual({
    kind: 'view.changed',
    change: { name: ['Placed', 'Taken along'], scope: ['Team Billing', 'Personal'] },
  })
  await expect(viewByUid(kim, uid)).rejects.toThrow(Missing)
})

test('two people change a view: the second is told, and nothing of the first is lost', async () => {
  const { uid } = await createView(kim, { name: 'Shared', scope: team.uid, query: urgent })
  await editView(ana, uid, { name: 'By Ana', scope: team.uid, query: urgent }, 1)
  await expect(editView(kim, uid, { name: 'By Kim', scope: team.uid, query: urgent }, 1)).rejects.toThrow(
    Conflict,
  )
  expect(await viewByUid(ana, uid)).toMatchObject({ name: 'By Ana', version: 2 })

  const both = await Promise.allSettled(
    ['One', 'Two'].map((name) => editView(ana, uid, { name, scope: team.uid, query: urgent }, 2)),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('shared views leave events, personal ones do not', async () => {
  const { uid } = await createView(ana, { name: 'Late ones', scope: team.uid, query: urgent })
  expect(await lastEvent()).toEqual({
    kind: 'view.created',
    change: { name: [null, 'Late ones'], scope: [null, 'Team Billing'] },
  })
  await editView(ana, uid, { name: 'Late ones', scope: team.uid, query: { ...urgent, address: {} } }, 1)
  expect(await lastEvent()).toMatchObject({ kind: 'view.changed', change: { filters: [null, 'changed'] } })
  await deleteView(ana, uid)
  const deleted = {
    kind: 'view.deleted',
    change: { name: ['Late ones', null], scope: ['Team Billing', null] },
  }
  expect(await lastEvent()).toEqual(deleted)
  const own = await createView(ana, { name: 'Own', scope: 'personal', query: urgent })
  await deleteView(ana, own.uid)
  expect(await lastEvent()).toEqual(deleted)
})

test('a name is taken once for each owner, in whatever case', async () => {
  const add = (viewer: Agent, name: string, scope: string) =>
    createView(viewer, { name, scope, query: urgent })
  await add(ben, 'Twice', 'personal')
  await add(ana, 'Twice', 'personal')
  await add(ana, 'Twice', team.uid)
  await add(kim, 'Twice', 'everyone')
  await expect(add(ben, 'tWICE', 'personal')).rejects.toMatchObject({ field: 'name' })
  await expect(add(kim, 'twice', team.uid)).rejects.toMatchObject({ field: 'name' })
  await expect(add(kim, 'twice', 'everyone')).rejects.toMatchObject({ field: 'name' })
})

test('what bears the name of somebody else’s view is nobody else’s', async () => {
  const view = { name: 'Alike', scope: 'personal', query: urgent }
  const { uid } = await createView(ana, view)
  expect(await createView(ana, view, uid)).toEqual({ uid })
  await expect(createView(ben, view, uid)).rejects.toThrow(Refused)
})

test('nobody sees more than fifty views', async () => {
  const cleo = await agent('Cleo Full')
  const own = await createTeam(system, { name: 'Full', members: [cleo.email] })
  const add = (nth: number, scope: string) =>
    createView(cleo, { name: `Number ${nth}`, scope, query: urgent })
  const begun = (await frameOf(cleo)).savedViews.length
  for (let nth = begun; nth < mostViews; nth += 1) await add(nth, nth % 2 ? 'personal' : own.uid)
  for (const scope of ['personal', own.uid])
    await expect(add(mostViews, scope)).rejects.toMatchObject({ field: 'scope' })
  await expect(createView(kim, { name: 'One more', scope: 'everyone', query: urgent })).rejects.toMatchObject(
    {
      field: 'scope',
    },
  )
  // What moves is seen by no more than before.
  const [row] = (await frameOf(cleo)).savedViews
  const { uid = '', name = '' } = row ?? {}
  await editView(cleo, uid, { name, scope: own.uid, query: urgent }, 1)
  await changePerson(system, cleo.email, { active: false })
  await createView(kim, { name: 'One more', scope: 'everyone', query: urgent })
})

test('what somebody shared stays when they leave', async () => {
  const [dan, eve] = [await agent('Dan Leaves'), await agent('Eve Stays')]
  const pair = await createTeam(system, { name: 'Pair', members: [dan.email, eve.email] })
  await createView(dan, { name: 'Of both', scope: pair.uid, query: urgent })
  const own = await createView(dan, { name: 'Of Dan', scope: 'personal', query: urgent })
  await changePerson(system, dan.email, { active: false })
  expect(await names(eve)).toContain('Of both')
  await expect(viewByUid(eve, own.uid)).rejects.toThrow(Missing)
})

const problems = (fields: Record<string, unknown>) => {
  const read = z
    .object(viewFields)
    .superRefine(queryFits)
    .safeParse({ name: 'X', scope: 'personal', ...fields })
  return read.success
    ? {}
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message]))
}

test('a form that describes no view is refused at its field', () => {
  const view = (...groups: unknown[]) => JSON.stringify({ address: {}, match: 'all', groups })
  const any = (...conditions: unknown[]) => view({ match: 'any', conditions })
  expect(problems({ query: view() })).toEqual({})
  expect(Object.keys(problems({ name: 'x'.repeat(10_000), query: view() }))).toEqual(['name'])
  expect(Object.keys(problems({ name: '  ', query: view() }))).toEqual(['name'])
  expect(Object.keys(problems({ scope: '1 or 1=1', query: view() }))).toEqual(['scope'])
  for (const query of ['', '{', 'null', '[]', '{"groups":[]}', `${'['.repeat(20_000)}`, 'x'.repeat(60_000)])
    expect(Object.keys(problems({ query }))[0]).toMatch(/conditions|query/)
  const tag = { field: 'tag', values: ['vip'] }
  expect(problems({ query: any(tag, { field: 'tag', values: [] }) })).toEqual({
    'conditions.0.1': 'Choose at least one',
  })
  for (const odd of [
    { field: 'id', values: ['1'] },
    { field: 'status', values: ['open', "open'--"] },
    { field: 'created', days: 1.5 },
    { field: 'created', days: 1e9 },
    { field: 'words', words: '\0' },
    { field: 'team', values: ['none) or true'] },
    { ...tag, raw: 'true' },
  ])
    expect(Object.keys(problems({ query: any(tag, odd) }))[0]).toBe('conditions.0.1')
  expect(problems({ query: view({ match: 'all', conditions: [] }) })).toEqual({
    'conditions.0': 'Add a condition, or remove the group',
  })
  const many = Array.from({ length: mostConditions }, () => tag)
  expect(problems({ query: any(...many) })).toEqual({})
  expect(
    problems({ query: view({ match: 'all', conditions: many }, { match: 'any', conditions: [tag] }) }),
  ).toEqual({
    conditions: 'A view holds at most 20 filters and conditions; these are 21',
  })
  expect(
    queryIn(JSON.stringify({ address: { status: 'open', evil: 'x' }, match: 'any', groups: [] })),
  ).toEqual({
    address: { status: 'open' },
    match: 'any',
    groups: [],
  })
})

test('whatever an address says can be kept', async () => {
  const address = { q: '\0 \ud800 %_', tag: 'x,'.repeat(5_000), status: "open'--", sort: '__proto__' }
  const query = queryIn(JSON.stringify({ address, match: 'all', groups: [] }))
  const { uid } = await createView(ben, { name: 'Odd %_', scope: 'personal', query })
  expect((await viewByUid(ben, uid)).filter).toMatchObject({ status: [], tag: ['x'], sort: 'updated' })
})

test('what a number of a report counts is no view', () => {
  const query = { ...urgent, address: { behind: 'resolved' } }
  const fits = z.object(viewFields).superRefine(queryFits)
  const read = fits.safeParse({ name: 'Of a week', scope: 'personal', query: JSON.stringify(query) })
  expect(read.error?.issues).toMatchObject([
    { path: ['conditions'], message: expect.stringContaining('is of its period') },
  ])
})
