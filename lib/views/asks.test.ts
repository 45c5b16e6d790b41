import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { editCategory } from '@/lib/categories/edit'
import { at } from '@/lib/clock'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { configCategory } from '@/lib/support'
import { deleteTag } from '@/lib/tags/delete'
import { mergeTags } from '@/lib/tags/merge'
import { renameTag } from '@/lib/tags/rename'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { claim } from '@/lib/tickets/claim'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { queue } from '@/lib/tickets/queue'
import { queueNames } from '@/lib/tickets/queue-choices'
import { withinView } from '@/lib/tickets/queue-filter'
import type { Condition, Group, Groups, Match } from '@/lib/tickets/queue-groups'
import { resolve } from '@/lib/tickets/resolve'
import { tag } from '@/lib/tickets/tag'
import { type Agent, isAdmin, system } from '@/lib/viewer'
import { viewCounts } from './counts'
import { createView } from './create'
import { viewByUid } from './find'

const day = 86_400_000
let ana: Agent
let team: { readonly uid: string }
let lake: { readonly uid: string }

/** Each ticket is called by its subject. */
async function filed(
  subject: string,
  {
    priority = 'medium',
    daysAgo = 0,
    category,
  }: { priority?: 'low' | 'medium' | 'urgent'; daysAgo?: number; category?: string },
  who?: { readonly id: number },
) {
  const requester = who ?? (await customer())
  return at(new Date(Date.now() - daysAgo * day), () =>
    file(ana, requester, {
      subject,
      description: 'Help',
      channel: 'agent',
      priority,
      ...(category && { category }),
    }),
  )
}

beforeAll(async () => {
  ana = await agent('Ana Asks')
  team = await createTeam(system, { name: 'First line', members: [ana.email] })
  lake = await createOrganization(system, { name: 'Lakeside', notes: '' })
  await configCategory().name('Billing').slug('billing').create()
  const dora = await customer('Dora Lake')
  await joinOrganization(system, dora.email, lake.uid)
  const old = await filed('old', { daysAgo: 40 })
  await filed('urgent', { priority: 'urgent', daysAgo: 3 })
  const vip = await filed('vip', { priority: 'low' })
  await tag(ana, vip, { add: ['vip', 'refund'] })
  await filed('lake', { category: 'billing' }, dora)
  await claim(ana, await ticketByRefid(old.refid))
  const done = await filed('done', {})
  await tag(ana, done, { add: ['vip'] })
  await resolve(ana, await ticketByRefid(done.refid))
  const held = await filed('held 100%', {})
  await handOver(ana, await ticketByRefid(held.refid), team.uid)
})

let count = 0

async function found(
  groups: Groups,
  address: Record<string, string> = {},
  params: Record<string, string> = {},
) {
  count += 1
  const { uid } = await createView(ana, {
    name: `View ${count}`,
    scope: 'personal',
    query: { address, ...groups },
  })
  const filter = withinView(params, await viewByUid(ana, uid))
  const { rows } = await queue(ana, filter, new Date())
  await db.execute(sql`delete from saved_views where uid = ${uid}`)
  return rows.map(({ subject }) => subject).toSorted()
}

const group = (match: Match, ...conditions: readonly Condition[]): Group => ({ match, conditions })
const only = (...conditions: readonly Condition[]): Groups => ({
  match: 'all',
  groups: [group('all', ...conditions)],
})

test('each condition finds what it names', async () => {
  const listed = (field: Extract<Condition, { values: unknown }>['field'], ...values: readonly string[]) =>
    found(only({ field, values }))
  expect(await listed('priority', 'urgent', 'low')).toEqual(['urgent', 'vip'])
  expect(await listed('status', 'resolved')).toEqual(['done'])
  expect(await listed('status', 'resolved', 'open')).toHaveLength(6)
  expect(await listed('assignee', 'me')).toEqual(['old'])
  expect(await listed('assignee', ana.email)).toEqual(['old'])
  expect(await listed('assignee', 'none', 'me')).toHaveLength(5)
  expect(await listed('assignee', 'nobody@nowhere.test')).toEqual([])
  expect(await listed('team', team.uid)).toEqual(['held 100%'])
  expect(await listed('team', 'none', team.uid)).toHaveLength(5)
  expect(await listed('category', 'billing')).toEqual(['lake'])
  expect(await listed('tag', 'vip')).toEqual(['vip'])
  expect(await listed('organization', lake.uid)).toEqual(['lake'])
  expect(await listed('channel', 'portal', 'email')).toEqual([])
  expect(await listed('channel', 'agent')).toHaveLength(5)
  expect(await listed('needs', 'first_reply')).toHaveLength(5)
  expect(await listed('sla', 'breached')).toEqual(['old', 'urgent'])
  expect(await found(only({ field: 'created', days: 7 }))).toEqual(['held 100%', 'lake', 'urgent', 'vip'])
  expect(await found(only({ field: 'updated', days: 1 }))).toContain('old')
  expect(await found(only({ field: 'words', words: 'lake' }))).toEqual(['lake'])
  for (const words of ['%', '_', "'", ':*', '\\'])
    expect(await found(only({ field: 'words', words }))).toEqual([])
})

test('what is not asked for is everything else, also where nothing is known', async () => {
  const not = (field: Extract<Condition, { values: unknown }>['field'], ...values: readonly string[]) =>
    found(only({ field, values, not: true }))
  expect(await not('priority', 'urgent', 'low')).toEqual(['held 100%', 'lake', 'old'])
  expect(await not('status', 'open')).toEqual([])
  expect(await not('assignee', 'me')).toEqual(['held 100%', 'lake', 'urgent', 'vip'])
  expect(await not('assignee', 'none')).toEqual(['old'])
  expect(await not('assignee', 'nobody@nowhere.test')).toHaveLength(5)
  expect(await not('team', team.uid)).toEqual(['lake', 'old', 'urgent', 'vip'])
  expect(await not('category', 'billing')).toEqual(['held 100%', 'old', 'urgent', 'vip'])
  expect(await not('tag', 'vip')).toEqual(['held 100%', 'lake', 'old', 'urgent'])
  expect(await not('organization', lake.uid)).toEqual(['held 100%', 'old', 'urgent', 'vip'])
  expect(await not('channel', 'agent')).toEqual([])
  expect(await not('needs', 'first_reply')).toEqual([])
  expect(await not('sla', 'breached')).toEqual(['held 100%', 'lake', 'vip'])
  const vip: Condition = { field: 'tag', values: ['vip'] }
  expect(await found({ match: 'any', groups: [group('any', vip, { ...vip, not: true })] })).toHaveLength(5)
})

test('all and any, within groups and between them', async () => {
  const low: Condition = { field: 'priority', values: ['low'] }
  const urgent: Condition = { field: 'priority', values: ['urgent'] }
  const vip: Condition = { field: 'tag', values: ['vip'] }
  const billing: Condition = { field: 'category', values: ['billing'] }
  expect(await found({ match: 'all', groups: [group('all', low, vip)] })).toEqual(['vip'])
  expect(await found({ match: 'all', groups: [group('all', urgent, vip)] })).toEqual([])
  expect(await found({ match: 'all', groups: [group('any', urgent, vip, billing)] })).toEqual([
    'lake',
    'urgent',
    'vip',
  ])
  const two = [group('any', urgent, vip), group('any', low, billing)]
  expect(await found({ match: 'all', groups: two })).toEqual(['vip'])
  expect(await found({ match: 'any', groups: two })).toEqual(['lake', 'urgent', 'vip'])
  // A status that a condition names is looked at beside those in which there is something to do.
  const resolved: Condition = { field: 'status', values: ['resolved'] }
  expect(await found({ match: 'any', groups: [group('all', resolved, vip), group('all', urgent)] })).toEqual([
    'done',
    'urgent',
  ])
})

test('an address narrows a view, changes a part of it, or takes one back', async () => {
  const saved = { priority: 'urgent', sort: 'due', dir: 'asc' }
  const none: Groups = { match: 'all', groups: [] }
  expect(await found(none, saved)).toEqual(['urgent'])
  expect(await found(none, saved, { priority: 'low' })).toEqual(['vip'])
  expect(await found(none, saved, { priority: '' })).toHaveLength(5)
  expect(await found(none, saved, { assignee: 'me' })).toEqual([])
  expect(await found(none, saved, { priority: 'nonsense', sort: 'id', dir: 'sideways' })).toEqual(['urgent'])
  expect(await found(only({ field: 'tag', values: ['vip'] }), {}, { priority: 'urgent' })).toEqual([])
})

test('a view follows a tag and a category that get another name, and says what is gone', async () => {
  const kim = await agent('Kim Admin', 'admin')
  if (!isAdmin(kim)) throw new Error('not an admin')
  const { uid } = await createView(ana, {
    name: 'Follows',
    scope: 'personal',
    query: {
      address: { tag: 'refund,a_b' },
      match: 'all',
      groups: [
        group(
          'any',
          { field: 'tag', values: ['refund', 'a%b'.replace('%', '-')] },
          { field: 'category', values: ['billing'] },
        ),
      ],
    },
  })
  const asks = async () => {
    const { filter, groups } = await viewByUid(ana, uid)
    return [filter.tag, ...(groups[0]?.conditions.map((one) => ('values' in one ? one.values : [])) ?? [])]
  }
  await renameTag(kim, 'refund', 'money-back')
  expect(await asks()).toEqual([['money-back', 'a_b'], ['money-back', 'a-b'], ['billing']])
  await mergeTags(kim, 'money-back', 'vip')
  await editCategory(kim, 'billing', {
    name: 'Money',
    slug: 'money',
    description: '',
    active: true,
    displayOrder: 0,
  })
  expect(await asks()).toEqual([['vip', 'a_b'], ['vip', 'a-b'], ['money']])
  expect(await viewByUid(ana, uid)).toMatchObject({ version: 4 })

  const spare = await filed('spare', {})
  await tag(ana, spare, { add: ['a-b'] })
  await tag(ana, spare, { remove: ['a-b'] })
  const names = async () => queueNames(ana, withinView({}, await viewByUid(ana, uid)))
  expect((await names()).tag?.map(({ value }) => value)).toEqual(['a-b', 'vip'])
  await deleteTag(kim, 'a-b')
  expect((await names()).tag?.map(({ value }) => value)).toEqual(['vip'])
  expect(await found(only({ field: 'tag', values: ['a-b'] }))).toEqual([])
})

test('the counts are those of the queues, and stop at a hundred', async () => {
  await createView(ana, {
    name: 'Counted',
    scope: 'personal',
    query: { address: {}, ...only({ field: 'priority', values: ['urgent'] }) },
  })
  await createView(ana, { name: 'All', scope: team.uid, query: { address: {}, match: 'all', groups: [] } })
  await db.execute(
    sql`insert into saved_views (name, owner_id, query) values ('Of another time', ${ana.id}, '{"asks": 1}')`,
  )
  for (let nth = 0; nth < 100; nth += 1) await filed('one of many', {})
  const counts = Object.fromEntries(
    (await viewCounts(ana, new Date())).map(({ name, count: has }) => [name, has]),
  )
  expect(counts).toMatchObject({ Counted: 1, All: 100, 'Of another time': undefined })
})
