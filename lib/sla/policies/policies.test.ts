import { desc, eq, like, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { calendars, calendarVersions, categories, events, people, slaClocks, slaPolicies } from '@/db/schema'
import { createCategory } from '@/lib/categories/create'
import { at } from '@/lib/clock'
import { Conflict, Missing } from '@/lib/errors'
import { renameTag } from '@/lib/tags/rename'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import type { Priority } from '@/lib/tickets/ticket'
import { type Admin, type Customer, isAdmin, system } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { createCalendar } from '../calendars/create'
import { editCalendar } from '../calendars/edit'
import { newestPreview } from '../newest-preview'
import { always, reconsiderAll } from '../testing'
import { createPolicy } from './create'
import { editPolicy } from './edit'
import { policyByUid, policyList } from './find'
import { previewCreate, previewEdit, previewMove } from './preview'
import { movePolicy } from './reorder'
import { retirePolicy } from './retire'
import type { NewPolicy } from './shape'

const hour = 3_600_000

let kim: Admin
let cleo: Customer

beforeAll(async () => {
  const added = await agent('Kim Admin', 'admin')
  if (isAdmin(added)) kim = added
  await createCategory(system, { name: 'Billing' })
})

beforeEach(async () => {
  for (const { uid, fallback, retiredAt } of await policyList(system))
    if (!fallback && !retiredAt) await retirePolicy(system, uid)
  await db.execute(
    sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`,
  )
  cleo = await customer()
})

const urgentOnly: NewPolicy = {
  name: 'Urgent',
  conditions: { priorities: ['urgent'] },
  targets: { low: {}, medium: {}, high: {}, urgent: { first_response: 3600, resolution: 4 * 3600 } },
  calendar: null,
  pausing: ['pending'],
  steps: [],
}

const billing: NewPolicy = {
  ...urgentOnly,
  name: 'Billing',
  conditions: { categories: ['billing'] },
  targets: {
    low: {},
    medium: { resolution: 10 * 3600 },
    high: {},
    urgent: { resolution: 3600 },
  },
}

const names = async () =>
  (await policyList(system)).flatMap(({ name, retiredAt }) => (retiredAt ? [] : [name]))

const filed = (priority: Priority, category?: string) =>
  file(cleo, cleo, {
    subject: 'Lamp',
    description: 'Dark',
    priority,
    channel: 'portal',
    ...(category && { category }),
  })

const promised = async ({ id }: { readonly id: number }) => {
  const rows = await db
    .select({ policy: slaPolicies.name, target: slaClocks.target, seconds: slaClocks.seconds })
    .from(slaClocks)
    .innerJoin(slaPolicies, eq(slaPolicies.id, slaClocks.policyId))
    .where(sql`${slaClocks.ticketId} = ${id} and ${slaClocks.endedAt} is null`)
    .orderBy(slaClocks.target)
  return rows.map(({ policy, target, seconds }) => `${policy}: ${target} ${seconds}`)
}

const lastEvent = async () =>
  (
    await db
      .select({ kind: events.kind, actorId: events.actorId, change: events.change })
      .from(events)
      .where(like(events.kind, 'sla_policy.%'))
      .orderBy(desc(events.id))
      .limit(1)
  )[0]

const asked = async () =>
  (
    await db.execute<{ payload: unknown }>(sql`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'sla-reconsider' order by j.id desc`)
  ).map(({ payload }) => payload)

test('the list begins with the one policy that closes it, with the hours of the seed', async () => {
  const [fallback] = await policyList(system)
  expect(fallback).toMatchObject({
    name: 'Everyone',
    fallback: true,
    conditions: { priorities: [], categories: [], channels: [] },
    targets: { urgent: { resolution: 7200 }, low: { resolution: 259_200 } },
    calendar: null,
    pausing: ['pending'],
    steps: [],
  })
})

test('an added policy is asked before the last one, and is told with what it promises', async () => {
  await createPolicy(kim, urgentOnly)
  await createPolicy(kim, billing)
  expect(await names()).toEqual(['Urgent', 'Billing', 'Everyone'])
  expect(await lastEvent()).toEqual({
    kind: 'sla_policy.created',
    actorId: kim.id,
    change: {
      name: [null, 'Billing'],
      conditions: [null, 'Category: Billing'],
      calendar: [null, 'Around the clock'],
      pausing: [null, 'Pending'],
      'urgent resolution': [null, '1 h'],
      'medium resolution': [null, '10 h'],
    },
  })
  expect(await asked()).toContainEqual({ because: 'policy', actorId: kim.id })
})

test('the first policy whose conditions a ticket meets is its own', async () => {
  await createPolicy(kim, urgentOnly)
  const bill = await createPolicy(kim, billing)
  expect(await promised(await filed('urgent', 'billing'))).toEqual([
    'Urgent: first_response 3600',
    'Urgent: resolution 14400',
  ])
  expect(await promised(await filed('medium', 'billing'))).toEqual(['Billing: resolution 36000'])
  expect(await promised(await filed('low', 'billing'))).toEqual([])
  expect(await promised(await filed('medium'))).toEqual(['Everyone: resolution 86400'])

  expect(await movePolicy(kim, bill.uid, 'up')).toEqual({ name: 'Billing', place: 1, of: 2 })
  expect(await names()).toEqual(['Billing', 'Urgent', 'Everyone'])
  expect(await promised(await filed('urgent', 'billing'))).toEqual(['Billing: resolution 3600'])
  expect(await lastEvent()).toMatchObject({ change: { name: ['Billing', 'Billing'], place: [2, 1] } })
})

test('a move tells what it would change, and is refused where the order is another one by now', async () => {
  const first = await createPolicy(kim, { ...billing, name: 'First' })
  const second = await createPolicy(kim, { ...billing, name: 'Second', targets: always({ resolution: 600 }) })
  const ticket = await filed('medium', 'billing')
  await reconsiderAll({ because: 'policy', actorId: null })
  const { count } = await previewMove(kim, second.uid, 'up', 2)
  expect(count).toBeGreaterThanOrEqual(1)
  expect((await previewMove(kim, first.uid, 'up', 1)).count).toBe(0)
  expect((await names()).slice(0, 2)).toEqual(['First', 'Second'])
  expect(await promised(ticket)).toEqual(['First: resolution 36000'])
  for (const move of [movePolicy, previewMove])
    await expect(move(kim, second.uid, 'up', 1)).rejects.toThrow(Conflict)
  expect(await movePolicy(kim, second.uid, 'up', 2)).toMatchObject({ place: 1 })
})

test('at the end of its way a policy stays, and the last one is never moved', async () => {
  const { uid } = await createPolicy(kim, urgentOnly)
  expect(await movePolicy(kim, uid, 'up')).toEqual({ name: 'Urgent', place: 1, of: 1 })
  expect(await movePolicy(kim, uid, 'down')).toEqual({ name: 'Urgent', place: 1, of: 1 })
  const fallback = (await policyList(system)).find((one) => one.fallback)
  await expect(movePolicy(kim, fallback?.uid ?? '', 'up')).rejects.toMatchObject({ name: 'Refused' })
})

test('moved side by side, no two policies share a place', async () => {
  const made = []
  for (const name of ['A', 'B', 'C', 'D']) made.push(await createPolicy(kim, { ...urgentOnly, name }))
  await Promise.all(made.map(({ uid }, index) => movePolicy(kim, uid, index % 2 ? 'up' : 'down')))
  const rows = await db.execute<{ position: number }>(
    sql`select position from sla_policies where retired_at is null and not fallback order by position`,
  )
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4])
})

test('an edit says what it changes, and open tickets get the new deadlines from their start', async () => {
  const made = await createPolicy(kim, urgentOnly)
  const ticket = await filed('urgent')
  const after = await editPolicy(
    kim,
    made.uid,
    {
      ...urgentOnly,
      targets: { ...urgentOnly.targets, urgent: { first_response: 1800 } },
      pausing: ['on_hold'],
    },
    made.changedAt,
  )
  expect(after.changedAt.getTime()).toBeGreaterThan(made.changedAt.getTime())
  expect(await lastEvent()).toEqual({
    kind: 'sla_policy.changed',
    actorId: kim.id,
    change: {
      name: ['Urgent', 'Urgent'],
      pausing: ['Pending', 'On hold'],
      'urgent first_response': ['1 h', '30 min'],
      'urgent resolution': ['4 h', null],
    },
  })
  await reconsiderAll({ because: 'policy', actorId: kim.id })
  expect(await promised(ticket)).toEqual(['Urgent: first_response 1800'])
})

test('what is saved without a change is no change that anybody is told of', async () => {
  const { uid, changedAt } = await createPolicy(kim, urgentOnly)
  expect((await editPolicy(kim, uid, urgentOnly, changedAt)).changedAt).toEqual(changedAt)
  await editPolicy(kim, uid, { ...urgentOnly, name: 'Urgent ones' }, changedAt)
})

test('nobody is named for a policy that reads otherwise because a tag was renamed', async () => {
  const tagged: NewPolicy = { ...urgentOnly, conditions: { tags: ['vip'] } }
  const made = await createPolicy(kim, tagged)
  const named = { ...tagged, name: 'For some' }
  const { changedAt } = await editPolicy(kim, made.uid, named, made.changedAt)
  await renameTag(system, 'vip', 'important')
  await expect(editPolicy(kim, made.uid, named, changedAt)).rejects.toThrow(
    'Somebody else has changed this policy in the meantime',
  )
})

test('of two previews that one admin asks for, the first ends', async () => {
  await filed('medium')
  const asked = [1, 2].map(() => newestPreview(kim, 'policy', (present) => present))
  expect(await Promise.allSettled(asked)).toMatchObject([
    { status: 'rejected', reason: { name: 'Conflict' } },
    { status: 'fulfilled' },
  ])
})

test('a step keeps its key as long as it comes at the same moment', async () => {
  const called = (key: string, share: number): NewPolicy => ({
    ...urgentOnly,
    steps: [{ key, target: 'resolution', when: { share }, actions: [{ do: 'notify', people: [kim.email] }] }],
  })
  const { uid, changedAt } = await createPolicy(kim, called('call', 0.5))
  await expect(editPolicy(kim, uid, called('call_back', 0.5), changedAt)).rejects.toMatchObject({
    field: 'steps.0.key',
    message: expect.stringContaining('“call”'),
  })
  await editPolicy(kim, uid, called('call_back', 0.75), changedAt)
})

test('of two admins who edit what they both saw, the second is told', async () => {
  const { uid, changedAt } = await createPolicy(kim, urgentOnly)
  const answers = await Promise.allSettled(
    ['One', 'Two'].map((name) => editPolicy(kim, uid, { ...urgentOnly, name }, changedAt)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  const [late] = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(late.message).toBe('Kim Admin has changed this policy in the meantime. Open it again to see how.')
})

test('a retired policy is asked no more; its tickets come under the next, and their ledger stays', async () => {
  const { uid, changedAt } = await createPolicy(kim, urgentOnly)
  const ticket = await filed('urgent')
  await retirePolicy(kim, uid)
  await reconsiderAll({ because: 'policy', actorId: kim.id })
  expect(await promised(ticket)).toEqual(['Everyone: resolution 7200'])
  const ledger = await db.execute<{ line: string }>(sql`
    select target || ' ' || kind as line from sla_ledger where ticket_id = ${ticket.id} order by id`)
  expect(ledger.map(({ line }) => line)).toEqual([
    'first_response started',
    'resolution started',
    'first_response voided',
    'resolution retargeted',
  ])
  expect(await names()).toEqual(['Everyone'])
  await expect(retirePolicy(kim, uid)).rejects.toThrow(Missing)
  await expect(editPolicy(kim, uid, urgentOnly, changedAt)).rejects.toThrow(
    'Kim Admin has retired this policy in the meantime.',
  )
  await expect(editPolicy(kim, 'nonsense', urgentOnly, changedAt)).rejects.toThrow(Missing)
  // Its name is free again.
  await createPolicy(kim, urgentOnly)
})

test('the policy that closes the list can promise something else or nothing, but it stays and asks nothing', async () => {
  const fallback = (await policyList(system)).find((one) => one.fallback)
  if (!fallback) throw new Error('There is always one')
  const same: NewPolicy = { ...urgentOnly, name: 'Everyone', conditions: {}, targets: fallback.targets }
  const nothing = { low: {}, medium: {}, high: {}, urgent: {} }
  await expect(retirePolicy(kim, fallback.uid)).rejects.toMatchObject({ name: 'Refused' })
  await expect(
    editPolicy(kim, fallback.uid, { ...same, conditions: { priorities: ['low'] } }, fallback.changedAt),
  ).rejects.toMatchObject({ name: 'Refused', field: 'conditions' })
  const edited = await editPolicy(kim, fallback.uid, { ...same, targets: nothing }, fallback.changedAt)
  expect(await promised(await filed('urgent'))).toEqual([])
  await editPolicy(kim, fallback.uid, same, edited.changedAt)
})

const step = { key: 'call', target: 'first_response', when: { minutes: 0 } } as const

test.each<[string, Partial<NewPolicy>, string]>([
  ['a name that another has', { name: 'everyone' }, 'name'],
  [
    'a target of 0',
    { targets: { ...urgentOnly.targets, urgent: { resolution: 0 } } },
    'targets.urgent.resolution',
  ],
  ['no target at all', { targets: { low: {}, medium: {}, high: {}, urgent: {} } }, 'targets'],
  ['a category that is not there', { conditions: { categories: ['gone'] } }, 'conditions.categories'],
  ['a calendar that is not there', { calendar: '00000000-0000-4000-8000-000000000000' }, 'calendar'],
  [
    'a step that notifies a customer',
    { steps: [{ ...step, actions: [{ do: 'notify', people: ['carla2@example.test'] }] }] },
    'steps.0.actions',
  ],
  [
    'a step that reassigns to a stranger',
    { steps: [{ ...step, actions: [{ do: 'reassign', to: 'nobody@example.test' }] }] },
    'steps.0.reassign',
  ],
])('%s is refused at its field, and nothing is saved', async (_, wrong, field) => {
  const before = await policyList(system)
  await expect(createPolicy(kim, { ...urgentOnly, ...wrong })).rejects.toMatchObject({
    name: 'Refused',
    field,
  })
  expect(await policyList(system)).toEqual(before)
})

test('a preview leaves nothing behind, not even a tag that nobody has used yet', async () => {
  const tagged: NewPolicy = {
    ...urgentOnly,
    conditions: { tags: ['never-seen'] },
    steps: [{ ...step, actions: [{ do: 'tag', tag: 'never-put' }] }],
  }
  const present = () => db.execute(sql`select name from tags where name like 'never-%' order by name`)
  await previewCreate(kim, tagged)
  expect(await present()).toEqual([])
  await createPolicy(kim, tagged)
  expect(await present()).toEqual([{ name: 'never-put' }, { name: 'never-seen' }])
})

test.each<[string, Partial<NewPolicy>, string]>([
  ['category', { conditions: { categories: ['\0'] } }, 'conditions.categories'],
  ['organization', { conditions: { organizations: ['\0'] } }, 'conditions.organizations'],
  ['team', { conditions: { teams: ['1'] } }, 'conditions.teams'],
  ['colleague', { steps: [{ ...step, actions: [{ do: 'reassign', to: '\0' }] }] }, 'steps.0.reassign'],
  ['team of a step', { steps: [{ ...step, actions: [{ do: 'hand_over', to: '1' }] }] }, 'steps.0.reassign'],
])('a %s that cannot be is refused at its field, not by the database', async (_, wrong, field) => {
  await expect(createPolicy(kim, { ...urgentOnly, ...wrong })).rejects.toMatchObject({
    name: 'Refused',
    field,
  })
})

test('a category that was deleted since is said to be gone, and has to be left out', async () => {
  await createCategory(system, { name: 'Fleeting' })
  const made = await createPolicy(kim, { ...urgentOnly, conditions: { categories: ['fleeting'] } })
  await db.delete(categories).where(eq(categories.slug, 'fleeting'))
  const now = await policyByUid(system, made.uid)
  expect(now.conditions.categories).toEqual([{ slug: '', name: 'a deleted category' }])
  await expect(
    editPolicy(kim, made.uid, { ...urgentOnly, conditions: { categories: [''] } }, made.changedAt),
  ).rejects.toMatchObject({ name: 'Refused', field: 'conditions.categories' })
})

test('a step names colleagues; one who has left since has to be replaced at the next edit', async () => {
  const otto = await agent('Otto Oncall')
  const steps: NewPolicy['steps'] = [
    {
      ...step,
      priorities: ['urgent'],
      actions: [
        { do: 'notify', people: [otto.email] },
        { do: 'reassign', to: otto.email },
        { do: 'prioritize', to: 'high' },
      ],
    },
  ]
  const made = await createPolicy(kim, { ...urgentOnly, steps })
  expect(await lastEvent()).toMatchObject({
    change: {
      'step call': [
        null,
        'When first response is due, while Urgent: notify Otto Oncall; reassign to Otto Oncall; make it high',
      ],
    },
  })
  await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, otto.id))
  const now = await policyByUid(system, made.uid)
  expect(now.steps[0]?.actions[0]).toEqual({
    do: 'notify',
    people: [{ email: otto.email, name: 'Otto Oncall', active: false }],
    teams: [],
  })
  await expect(editPolicy(kim, made.uid, { ...urgentOnly, steps }, made.changedAt)).rejects.toMatchObject({
    name: 'Refused',
    field: 'steps.0.actions',
  })
})

test('a calendar that has been retired stays with its policies, and no other takes it', async () => {
  const calendar = await openOnMondays('Office')
  const inOffice = { ...urgentOnly, calendar: calendar.uid }
  const made = await createPolicy(kim, inOffice)
  expect(made.calendar).toEqual({ uid: calendar.uid, name: 'Office', retired: false })
  await db.update(calendars).set({ retiredAt: new Date() }).where(eq(calendars.id, calendar.id))
  await editPolicy(kim, made.uid, { ...inOffice, name: 'Urgent still' }, made.changedAt)
  await expect(createPolicy(kim, inOffice)).rejects.toMatchObject({ name: 'Refused', field: 'calendar' })
})

test('a preview says which tickets would be promised something else, and writes nothing', async () => {
  await reconsiderAll({ because: 'policy', actorId: null })
  await createCategory(system, { name: 'Odd jobs' })
  const since = new Date(Date.now() - 2 * hour)
  const ticket = await at(since, () => filed('medium', 'odd-jobs'))
  const odd: NewPolicy = {
    ...urgentOnly,
    name: 'Odd jobs',
    conditions: { categories: ['odd-jobs'] },
    targets: { ...urgentOnly.targets, medium: { resolution: 3600 } },
  }
  const dueAfter = (hours: number) => new Date(since.getTime() + hours * hour)
  expect(await previewCreate(kim, odd)).toEqual({
    count: 1,
    late: 1,
    escalated: 0,
    first: [
      {
        refid: ticket.refid,
        subject: 'Lamp',
        changes: [{ target: 'resolution', before: dueAfter(24), after: dueAfter(1) }],
      },
    ],
  })
  expect(await promised(ticket)).toEqual(['Everyone: resolution 86400'])

  const longer = { ...odd, targets: { ...odd.targets, medium: { resolution: 10 * 3600 } } }
  const { uid, changedAt } = await createPolicy(kim, longer)
  await reconsiderAll({ because: 'policy', actorId: kim.id })
  expect(await previewEdit(kim, uid, { ...longer, name: 'Odder jobs' }, changedAt)).toMatchObject({
    count: 0,
  })
  const office = await openOnMondays('Mondays')
  const inHours = await previewEdit(kim, uid, { ...longer, calendar: office.uid }, changedAt)
  expect(inHours).toMatchObject({ count: 1, late: 0, first: [{ changes: [{ before: dueAfter(10) }] }] })
  expect(Number(inHours.first[0]?.changes[0]?.after)).toBeGreaterThan(Number(dueAfter(10)))
  await expect(previewEdit(kim, uid, { ...longer, name: '' }, changedAt)).rejects.toMatchObject({
    name: 'Refused',
    field: 'name',
  })
  await expect(previewEdit(kim, uid, longer, since)).rejects.toThrow(Conflict)
})

async function openOnMondays(name: string) {
  const [calendar] = await db.insert(calendars).values({ name }).returning()
  if (!calendar) throw new Error('A calendar was not written')
  const hours: Hours = { timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, days: [] }
  await db.insert(calendarVersions).values({ calendarId: calendar.id, number: 1, hours })
  return calendar
}

test('what the hours of its calendar never come to is not promised, from either side', async () => {
  const office = (open: readonly string[]): Hours => ({
    timeZone: 'UTC',
    weekly: Object.fromEntries(open.map((day) => [day, [['09:00', '10:00']]])),
    days: [],
  })
  const { uid } = await createCalendar(system, { name: 'Thin Mondays', hours: office(['mon']) })
  const promising = (seconds: number): NewPolicy => ({
    ...urgentOnly,
    name: 'Slow',
    targets: { low: {}, medium: {}, high: {}, urgent: { resolution: seconds } },
    calendar: uid,
  })
  await expect(createPolicy(kim, promising(365 * 24 * 3600))).rejects.toMatchObject({ field: 'calendar' })
  await createPolicy(kim, promising(500 * 3600))
  const everyOtherHour: Hours = { ...office(['mon']), weekly: { mon: [['09:00', '09:30']] } }
  await expect(
    editCalendar(
      kim,
      uid,
      { name: 'Thin Mondays', hours: everyOtherHour },
      { number: 1, name: 'Thin Mondays' },
    ),
  ).rejects.toMatchObject({
    field: 'weekly',
    message: expect.stringContaining('“Slow”'),
  })
})
