import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { createCanned } from '@/lib/canned/create'
import { at } from '@/lib/clock'
import { Missing } from '@/lib/errors'
import { notificationsOf } from '@/lib/notifications/find'
import { changePerson } from '@/lib/people/change-person'
import { createTeam } from '@/lib/teams/create'
import { agent } from '@/lib/testing/people'
import { close } from '@/lib/tickets/close'
import { ticketByRefid } from '@/lib/tickets/lists'
import { merge } from '@/lib/tickets/merge'
import { prioritize } from '@/lib/tickets/prioritize'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { reopen } from '@/lib/tickets/reopen'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import type { BulkWish } from './action'
import { bulkRun, recentBulkRuns } from './find'
import { countMatching } from './matching'
import { pruneBulk } from './prune'
import { resumeBulk } from './resume'
import { desk, happened, lastRun, names, refusal, urgent, work } from './testing'
import { undoBulk } from './undo'
import { workOff } from './work'

const macro = { name: 'Calm down', shortcut: null, body: '', scope: 'personal' } as const

/** A worker that is killed while it works on a ticket. */
const killed = (runId: number) =>
  inTransaction(async (tx) => {
    await tx.execute(
      `select from bulk_items where run_id = ${runId} and state = 'waiting' order by id limit 1 for update skip locked`,
    )
    throw new Error('killed')
  }).catch(() => {})

test('an agent changes some tickets at once, each by the verb of a single one', async () => {
  const { ana, several, bulk, stands, looks } = await desk()
  const tickets = await several(3)
  const [first] = tickets
  if (first) await prioritize(ana, { ...first, status: 'open', priority: 'medium' }, 'urgent')
  const run = await bulk(names(tickets), urgent)
  expect(await stands(run)).toBe('2 tickets changed, 1 ticket had it already')
  for (const ticket of tickets) {
    expect((await looks(ticket)).priority).toBe('urgent')
    expect(await happened(ticket)).toEqual(['ticket.prioritized by Ana Petrović'])
  }
})

test('what cannot be changed is listed with the reason, and the rest is done', async () => {
  const { ana, taken, bulk, stands, left } = await desk()
  const [good, closed, from, into] = [
    await taken(),
    await taken('Closed'),
    await taken('From'),
    await taken(),
  ]
  await close(ana, { id: closed.id, status: 'open' })
  await merge(ana, from, into)
  const run = await bulk([...names([closed, good, from, good]), 'SUP-00000000'], urgent)
  expect(await stands(run)).toBe('1 ticket changed, 3 tickets could not be changed')
  expect(await left(run)).toEqual([
    ['Closed', 'This ticket is closed. Reopen it to change it.'],
    ['From', `This ticket was merged into ${into.refid}. Go on there, or undo the merge.`],
    [null, 'There is no such ticket'],
  ])
  const moved = await bulk(names([closed, good]), { kind: 'status', to: 'pending' })
  expect(await left(moved)).toEqual([['Closed', 'This ticket is closed and cannot become pending']])
})

test('a large number is asked about first, then the worker does it', async () => {
  const { ana, several, bulk, stands } = await desk()
  const tickets = await several(50)
  const asked = bulk(names(tickets), urgent)
  await expect(asked).rejects.toMatchObject({
    message: 'Change 50 tickets?',
    field: 'agreed',
    instead: '50',
  })
  expect(await refusal(bulk(names(tickets), urgent, { agreed: 49 }))).toBe('Change 50 tickets?')
  expect(await recentBulkRuns(ana)).toEqual([])
  for (const { refid } of tickets.slice(0, 2)) await close(ana, await ticketByRefid(refid))
  expect(await refusal(bulk(names(tickets), urgent))).toBe(
    'Change 50 tickets? 2 of them are closed and stay as they are.',
  )
  expect(await refusal(bulk(names(tickets), { kind: 'status', to: 'open' }))).toBe('Change 50 tickets?')
  for (const { refid } of tickets.slice(0, 2)) await reopen(ana, await ticketByRefid(refid))
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  expect(await stands(run)).toBe('Changing 50 tickets: 0 done')
  await work()
  expect(await stands(run)).toBe('50 tickets changed')
})

test('all that a queue has is what it has when the run begins', async () => {
  const { ana, taken, several, bulk, stands } = await desk()
  const [one, other] = await several(2)
  await bulk(names([one, other].filter((ticket) => ticket !== undefined)), { kind: 'assign', to: 'me' })
  await taken('Nobody has this')
  const filter = readQueueFilter({ assignee: ana.email, after: 'nonsense', sort: 'subject' })
  expect(await countMatching(ana, filter, new Date())).toBe(2)
  const run = await bulk(filter, { kind: 'status', to: 'resolved' })
  expect(await stands(run)).toBe('2 tickets changed')
  expect(await refusal(bulk(filter, urgent))).toBe('No ticket is selected')
})

test('what makes no sense is refused before anything is changed', async () => {
  const { ana, maria, several, bulk } = await desk()
  const tickets = names(await several(1))
  const refids = Array.from({ length: 10_001 }, (_, count) => `SUP-${String(count).padStart(8, '0')}`)
  const cases: [readonly string[], BulkWish, string][] = [
    [[], urgent, 'No ticket is selected'],
    [refids, urgent, 'At most 10,000 tickets are changed at once. Narrow the queue down first.'],
    [tickets, { kind: 'assign', to: maria.email }, 'Choose an active agent'],
    [
      tickets,
      { kind: 'team', to: crypto.randomUUID() },
      'This team is not there any more. Choose another one.',
    ],
    [
      tickets,
      { kind: 'category', to: 'nothing-like-it' },
      'This category is not offered any more. Choose another one.',
    ],
  ]
  for (const [which, wish, words] of cases) expect(await refusal(bulk(which, wish))).toBe(words)
  expect(await recentBulkRuns(ana)).toEqual([])
})

test('sent twice, even at once, it is one run', async () => {
  const { ana, several, bulk } = await desk()
  const [ticket] = await several(1)
  const submission = crypto.randomUUID()
  const send = () => bulk([ticket?.refid ?? ''], { kind: 'tags', add: ['vip'], remove: [] }, { submission })
  await Promise.all([send(), send(), send()])
  await send()
  expect(await recentBulkRuns(ana)).toHaveLength(1)
  expect(ticket && (await happened(ticket))).toEqual(['ticket.tagged by Ana Petrović'])
})

test('a worker that was killed is followed by another, which goes on where it stopped', async () => {
  const { several, bulk, stands } = await desk()
  const tickets = await several(50)
  const early = new Date(Date.now() - 5 * 60_000)
  const run = await at(early, () => bulk(names(tickets), urgent, { agreed: 50 }))
  const id = await lastRun()
  // Its worker takes the job, dies after twenty tickets, and leaves the job locked.
  await db.execute(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead' where key like 'bulk-work:%'",
  )
  await at(early, () => workOff(id, 20))
  await killed(id)
  await work()
  expect(await stands(run)).toBe('Changing 50 tickets: 20 done')
  await resumeBulk()
  await work()
  expect(await stands(run)).toBe('50 tickets changed')
  for (const ticket of tickets)
    expect((await happened(ticket)).filter((one) => one.startsWith('ticket.prioritized'))).toHaveLength(1)
})

test('however many work at once, each ticket is done once', async () => {
  const { several, bulk, stands } = await desk()
  const tickets = await several(50)
  const run = await bulk(names(tickets), { kind: 'assign', to: 'me' }, { agreed: 50 })
  const id = await lastRun()
  await Promise.all([workOff(id), workOff(id), workOff(id), work()])
  expect(await stands(run)).toBe('50 tickets changed')
  for (const ticket of tickets) expect(await happened(ticket)).toEqual(['ticket.assigned by Ana Petrović'])
})

test('when its agent leaves in the middle, the rest fails and says so', async () => {
  const { ana, several, bulk, stands, left } = await desk()
  const tickets = await several(50)
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  await workOff(await lastRun(), 48)
  await changePerson(system, ana.email, { active: false })
  await work()
  expect(await stands(run)).toBe('48 tickets changed, 2 tickets could not be changed')
  expect((await left(run))[0]).toEqual(['Lamp 49', 'Whoever asked for this is no agent any more'])
})

test('runs of long ago are forgotten, not what they did', async () => {
  const { ana, several, bulk } = await desk()
  const [ticket] = await several(1)
  await at(new Date(Date.now() - 31 * 86_400_000), () => bulk([ticket?.refid ?? ''], urgent))
  const recent = await bulk([ticket?.refid ?? ''], { kind: 'priority', to: 'low' })
  await pruneBulk()
  expect((await recentBulkRuns(ana)).map(({ uid }) => uid)).toEqual([recent])
  expect(ticket && (await happened(ticket))).toContain('ticket.prioritized by Ana Petrović')
})

test('a macro that only acts does all that it does, or nothing; one that writes, or is somebody else’s, does not', async () => {
  const { ana, several, bulk, left, looks } = await desk()
  const [open, closed] = await several(2)
  if (!open || !closed) throw new Error('too few')
  await bulk([closed.refid], { kind: 'status', to: 'closed' })
  const { uid } = await createCanned(ana, {
    ...macro,
    actions: [
      { do: 'priority', to: 'low' },
      { do: 'tag', to: 'calm' },
    ],
  })
  const run = await bulk([open.refid, closed.refid], { kind: 'macro', to: uid })
  expect(await looks(open)).toMatchObject({ priority: 'low', tags: ['calm'] })
  expect(await left(run)).toEqual([['Lamp 2', expect.stringContaining('this ticket is closed')]])
  await undoBulk(ana, run)
  expect(await looks(open)).toMatchObject({ priority: 'medium', tags: [] })

  const noted = await createCanned(ana, { ...macro, name: 'Note', actions: [{ do: 'note', to: 'Called' }] })
  expect((await bulkRun(ana, await bulk([open.refid], { kind: 'macro', to: noted.uid }))).counts.done).toBe(1)

  const writing = await createCanned(ana, {
    ...macro,
    name: 'Writes',
    body: 'Hello',
    actions: [{ do: 'priority', to: 'low' }],
  })
  const ben = await agent('Ben')
  const his = await createCanned(ben, { ...macro, actions: [{ do: 'priority', to: 'low' }] })
  await expect(bulk([open.refid], { kind: 'macro', to: writing.uid })).rejects.toThrow(
    'use it on each ticket',
  )
  await expect(bulk([open.refid], { kind: 'macro', to: his.uid })).rejects.toThrow(Missing)
})

test('each whom a team gives some of many tickets is told once, and of how many', async () => {
  const { ana, several, bulk } = await desk()
  const [bob, cleo] = [await agent('Bob'), await agent('Cleo')]
  const team = await createTeam(system, {
    name: `Turns ${ana.id}`,
    members: [bob.email, cleo.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  const run = await bulk(names(await several(5)), { kind: 'team', to: team.uid })
  const told = async () =>
    (await Promise.all([bob, cleo].map(notificationsOf))).map((all) => all.map(({ others }) => others))
  const counts = await told()
  expect(counts.map((all) => all.length)).toEqual([1, 1])
  expect(counts.flat().toSorted()).toEqual([1, 2])
  await undoBulk(ana, run)
  expect(await told()).toEqual([[], []])
})

test('whom a macro calls in a note on many tickets is told once, and of how many', async () => {
  const { ana, several, bulk } = await desk()
  const bob = await agent(`Bob ${ana.id}`)
  const calling = await createCanned(ana, {
    ...macro,
    actions: [{ do: 'note', to: `@Bob ${ana.id}, look` }],
  })
  await bulk(names(await several(3)), { kind: 'macro', to: calling.uid })
  expect((await notificationsOf(bob)).map(({ mentioned, others }) => [mentioned, others])).toEqual([
    [true, 2],
  ])
})

test('whom a macro calls and gives many tickets is told of the call', async () => {
  const { ana, several, bulk } = await desk()
  const bob = await agent(`Bob ${ana.id}`)
  const giving = await createCanned(ana, {
    ...macro,
    actions: [
      { do: 'assign', to: bob.email },
      { do: 'note', to: `@Bob ${ana.id}, look` },
    ],
  })
  const run = await bulk(names(await several(3)), { kind: 'macro', to: giving.uid })
  const told = async () => (await notificationsOf(bob)).map(({ mentioned }) => mentioned)
  expect(await told()).toEqual([true])
  await undoBulk(ana, run)
  expect(await told()).toEqual([true])
})
