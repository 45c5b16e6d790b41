import { expect, test } from 'vitest'
import { createCategory } from '@/lib/categories/create'
import { at } from '@/lib/clock'
import { Missing } from '@/lib/errors'
import { writeBack } from '@/lib/messages/write-back'
import { notificationsOf } from '@/lib/notifications/find'
import { read } from '@/lib/notifications/read'
import { repairRelations } from '@/lib/repair/repair'
import { createTeam } from '@/lib/teams/create'
import { editTeam } from '@/lib/teams/edit'
import { agent as newAgent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { ticketFor } from '@/lib/tickets/find'
import { prioritize } from '@/lib/tickets/prioritize'
import { resolve } from '@/lib/tickets/resolve'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import type { BulkWish } from './action'
import { bulkRun, recentBulkRuns } from './find'
import { desk, happened, lastRun, names, refusal, urgent, work } from './testing'
import { undoBulk } from './undo'
import { workOff } from './work'

test('undo puts every ticket back exactly as it was', async () => {
  const { ana, several, bulk, left, looks } = await desk()
  const [bob, cleo] = [await newAgent('Bob'), await newAgent('Cleo')]
  const night = await createTeam(system, { name: `Night ${ana.id}`, members: [bob.email] })
  // Whoever is in it is given what nobody has, at once.
  const day = await createTeam(system, {
    name: `Day ${ana.id}`,
    members: [cleo.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  const category = await createCategory(system, { name: `Lamps ${ana.id}`, slug: `lamps-${ana.id}` })
  const all = await several(6)
  const [plain, assigned, pending, resolved, closed, tagged] = all
  if (!plain || !assigned || !pending || !resolved || !closed || !tagged) throw new Error('too few')
  await bulk([assigned.refid], { kind: 'team', to: night.uid })
  await bulk([assigned.refid], { kind: 'assign', to: bob.email })
  await bulk([pending.refid], { kind: 'status', to: 'pending' })
  await bulk([resolved.refid], { kind: 'status', to: 'resolved' })
  await bulk([closed.refid], { kind: 'status', to: 'closed' })
  await tag(ana, tagged, { add: ['vip', 'lamp'] })
  await bulk([tagged.refid], { kind: 'priority', to: 'low' })

  const wishes: BulkWish[] = [
    { kind: 'status', to: 'resolved' },
    { kind: 'status', to: 'closed' },
    { kind: 'status', to: 'open' },
    { kind: 'status', to: 'on_hold' },
    urgent,
    { kind: 'assign', to: cleo.email },
    { kind: 'assign', to: null },
    { kind: 'team', to: day.uid },
    { kind: 'team', to: null },
    { kind: 'category', to: category.slug },
    { kind: 'tags', add: ['new', 'vip'], remove: ['lamp', 'nothing'] },
  ]
  const before = await Promise.all(all.map(looks))
  for (const wish of wishes) {
    const run = await bulk(names(all), wish)
    const { done, failed } = (await bulkRun(ana, run)).counts
    expect(done, JSON.stringify(wish)).toBeGreaterThan(0)
    await undoBulk(ana, run)
    expect(await left(run)).toEqual([])
    expect((await bulkRun(ana, run)).counts, JSON.stringify(wish)).toMatchObject({
      done: 0,
      undone: done,
      failed,
    })
    expect(await Promise.all(all.map(looks)), JSON.stringify(wish)).toEqual(before)
  }
  expect((await happened(plain)).slice(-2)).toEqual([
    'ticket.tagged by Ana Petrović',
    'ticket.tagged by Ana Petrović',
  ])
})

test('a resolved ticket that was closed is resolved as it was, and counts as reopened nowhere', async () => {
  const { ana, several, bulk } = await desk()
  const [ticket] = await several(1)
  if (!ticket) throw new Error('too few')
  await resolve(ana, { ...ticket, status: 'open' })
  const { resolvedAt } = await ticketFor(ana, ticket.refid)
  await undoBulk(ana, await bulk(names([ticket]), { kind: 'status', to: 'closed' }))
  expect(await ticketFor(ana, ticket.refid)).toMatchObject({ status: 'resolved', resolvedAt, closedAt: null })
  expect((await happened(ticket)).map((told) => told.split(' ')[0])).toEqual([
    'ticket.resolved',
    'ticket.closed',
    'ticket.status',
  ])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('undo leaves what somebody has changed since, and says who', async () => {
  const { ana, several, bulk, stands, left, looks } = await desk()
  const [one, raised, answered] = await several(3)
  if (!one || !raised || !answered) throw new Error('too few')
  const bob = await newAgent('Bob')
  const run = await bulk(names([one, raised, answered]), urgent)
  await prioritize(bob, { ...raised, status: 'open', priority: 'urgent' }, 'high')
  // Another field is another matter.
  await assign(bob, { ...answered, status: 'open', assigneeId: null }, bob)
  await undoBulk(ana, run)
  expect(await stands(run)).toBe('2 tickets are as before, 1 ticket could not be put back')
  expect(await left(run)).toEqual([['Lamp 2', 'Bob has changed it since']])
  expect((await looks(one)).priority).toBe('medium')
  expect((await looks(raised)).priority).toBe('high')
  expect(await looks(answered)).toMatchObject({ priority: 'medium', assignee: 'Bob' })
})

test('a ticket that was opened again is not over again above what its customer has written since', async () => {
  const { ana, maria, several, bulk, left, looks } = await desk()
  const [written, quiet] = await several(2)
  if (!written || !quiet) throw new Error('too few')
  await bulk(names([written, quiet]), { kind: 'status', to: 'resolved' })
  const { resolvedAt } = await ticketFor(ana, quiet.refid)
  const run = await bulk(names([written, quiet]), { kind: 'status', to: 'open' })
  await writeBack(maria, written, { body: 'It flickers again', channel: 'portal' })
  await undoBulk(ana, run)
  expect(await left(run)).toEqual([['Lamp 1', 'Its customer has written since']])
  expect((await looks(written)).status).toBe('open')
  expect(await ticketFor(ana, quiet.refid)).toMatchObject({ status: 'resolved', resolvedAt })
})

test('undo stops a run that is under way, and puts back what it had done', async () => {
  const { ana, several, bulk, stands, looks } = await desk()
  const tickets = await several(50)
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  await workOff(await lastRun(), 10)
  await undoBulk(ana, run)
  await work()
  expect(await stands(run)).toBe('50 tickets are as before')
  for (const ticket of tickets) expect((await looks(ticket)).priority).toBe('medium')
})

test('only the last run is taken back, once, within a day, by whoever began it', async () => {
  const { ana, several, bulk } = await desk()
  const tickets = names(await several(1))
  const [bob, first] = [await newAgent('Bob'), await bulk(tickets, urgent)]
  const second = await bulk(tickets, { kind: 'priority', to: 'low' })
  await expect(undoBulk(bob, second)).rejects.toThrow(Missing)
  await expect(bulkRun(bob, second)).rejects.toThrow(Missing)
  await expect(bulkRun(ana, 'no uid')).rejects.toThrow(Missing)
  expect(await recentBulkRuns(bob)).toEqual([])
  expect(await refusal(undoBulk(ana, first))).toMatch('Only the last change can be taken back')
  await undoBulk(ana, second)
  expect(await refusal(undoBulk(ana, second))).toBe('This was taken back already')
  const old = await at(new Date(Date.now() - 25 * 3_600_000), () => bulk(tickets, urgent))
  expect((await bulkRun(ana, old)).undoable).toBe(false)
  expect(await refusal(undoBulk(ana, old))).toBe('This is more than 24 hours old and cannot be taken back')
})

test('a team that is taken back leaves the ticket to whoever has it', async () => {
  const { ana, several, bulk, looks } = await desk()
  const [bob, cleo] = [await newAgent('Bob'), await newAgent('Cleo')]
  const day = await createTeam(system, { name: `Day ${ana.id}`, members: [cleo.email] })
  const night = await createTeam(system, { name: `Night ${ana.id}`, members: [bob.email] })
  const [his, nobodys] = await several(2)
  if (!his || !nobodys) throw new Error('too few')
  await bulk(names([his, nobodys]), { kind: 'team', to: day.uid })
  await bulk(names([his]), { kind: 'assign', to: bob.email })
  const before = await Promise.all([his, nobodys].map(looks))
  const run = await bulk(names([his, nobodys]), { kind: 'team', to: night.uid })
  await editTeam(system, day.uid, {
    name: day.name,
    members: [cleo.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  await undoBulk(ana, run)
  expect(await Promise.all([his, nobodys].map(looks))).toEqual(before)
})

test('whoever had one of many already is not told of those that were taken back', async () => {
  const { ana, several, bulk } = await desk()
  const bob = await newAgent('Bob')
  const all = await several(3)
  await bulk(names(all.slice(0, 1)), { kind: 'assign', to: bob.email })
  await read(bob, (await notificationsOf(bob))[0]?.uid ?? '')
  const run = await bulk(names(all), { kind: 'assign', to: bob.email })
  expect((await notificationsOf(bob)).map(({ others }) => others)).toEqual([1, 0])
  await undoBulk(ana, run)
  expect(await notificationsOf(bob)).toHaveLength(1)
})
