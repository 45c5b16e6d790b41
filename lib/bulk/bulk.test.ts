import { Logger, runOnce } from 'graphile-worker'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { createCategory } from '@/lib/categories/create'
import { at } from '@/lib/clock'
import { Missing, Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { tasks } from '@/lib/jobs/tasks'
import { changePerson } from '@/lib/people/change-person'
import { createTeam } from '@/lib/teams/create'
import { customer, agent as newAgent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { file } from '@/lib/tickets/file'
import { ticketFor } from '@/lib/tickets/find'
import { merge } from '@/lib/tickets/merge'
import { prioritize } from '@/lib/tickets/prioritize'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { tag } from '@/lib/tickets/tag'
import { inTransaction } from '@/lib/transaction'
import { type Agent, type Customer, system } from '@/lib/viewer'
import type { BulkWish } from './action'
import { bulkRun, leftTickets, recentBulkRuns } from './find'
import { countMatching } from './matching'
import { pruneBulk } from './prune'
import { resumeBulk } from './resume'
import { standsWords } from './run'
import { startBulk } from './start'
import { undoBulk } from './undo'
import { workOff } from './work'

let [ana, maria]: [Agent, Customer] = [undefined as never, undefined as never]
beforeEach(async () => {
  ana = await newAgent('Ana Petrović')
  maria = await customer('Maria')
})

const taken = (subject = 'The lamp flickers') =>
  file(ana, maria, { subject, description: 'It does.', channel: 'agent' })

const several = async (count: number) => {
  const all = []
  for (let number = 1; number <= count; number++) all.push(await taken(`Lamp ${number}`))
  return all
}

const names = (tickets: readonly { readonly refid: string }[]) => tickets.map(({ refid }) => refid)

interface More {
  readonly agreed?: number
  readonly submission?: string
  readonly by?: Agent
}

async function bulk(
  which: Parameters<typeof startBulk>[1]['which'],
  wish: BulkWish,
  { by = ana, submission = crypto.randomUUID(), agreed }: More = {},
) {
  await startBulk(by, { submission, wish, which, ...(agreed !== undefined && { agreed }) })
  return submission
}

const urgent: BulkWish = { kind: 'priority', to: 'urgent' }

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refused ? error.message : error),
  )

const stands = async (uid: string) => standsWords(await bulkRun(ana, uid))

const left = async (uid: string) =>
  (await leftTickets(ana, await bulkRun(ana, uid))).map(({ subject, reason }) => [subject, reason])

/** Since it was filed. */
const happened = async (ticket: { readonly id: number }) =>
  (await history(ticket)).slice(2).map(({ kind, actor }) => `${kind} by ${actor}`)

/** Everything that a run can change, by names. */
const looks = async ({ refid }: { readonly refid: string }) => {
  const { status, priority, assignee, team, category, tags } = await ticketFor(ana, refid)
  return { status, priority, assignee: assignee?.name, team: team?.name, category: category?.name, tags }
}

const silent = new Logger(() => () => {})
const work = () =>
  runOnce({
    connectionString: process.env.DATABASE_URL,
    taskList: tasks,
    concurrency: 4,
    logger: silent,
    noHandleSignals: true,
  })

test('an agent changes some tickets at once, each by the verb of a single one', async () => {
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
  const tickets = await several(50)
  const asked = bulk(names(tickets), urgent)
  await expect(asked).rejects.toMatchObject({
    message: 'Change 50 tickets?',
    field: 'agreed',
    instead: '50',
  })
  expect(await refusal(bulk(names(tickets), urgent, { agreed: 49 }))).toBe('Change 50 tickets?')
  expect(await recentBulkRuns(ana)).toEqual([])
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  expect(await stands(run)).toBe('Changing 50 tickets: 0 done')
  await work()
  expect(await stands(run)).toBe('50 tickets changed')
})

test('all that a queue has is what it has when the run begins', async () => {
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
  const [ticket] = await several(1)
  const submission = crypto.randomUUID()
  const send = () => bulk([ticket?.refid ?? ''], { kind: 'tags', add: ['vip'], remove: [] }, { submission })
  await Promise.all([send(), send(), send()])
  await send()
  expect(await recentBulkRuns(ana)).toHaveLength(1)
  expect(ticket && (await happened(ticket))).toEqual(['ticket.tagged by Ana Petrović'])
})

const runKey = async () => {
  const [row] = await db.execute<{ id: number }>('select max(id) as id from bulk_runs')
  return row?.id ?? 0
}

/** A worker that is killed while it works on a ticket. */
const killed = (runId: number) =>
  inTransaction(async (tx) => {
    await tx.execute(
      `select from bulk_items where run_id = ${runId} and state = 'waiting' order by id limit 1 for update skip locked`,
    )
    throw new Error('killed')
  }).catch(() => {})

test('a worker that was killed is followed by another, which goes on where it stopped', async () => {
  const tickets = await several(50)
  const early = new Date(Date.now() - 5 * 60_000)
  const run = await at(early, () => bulk(names(tickets), urgent, { agreed: 50 }))
  const id = await runKey()
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
  const tickets = await several(50)
  const run = await bulk(names(tickets), { kind: 'assign', to: 'me' }, { agreed: 50 })
  const id = await runKey()
  await Promise.all([workOff(id), workOff(id), workOff(id), work()])
  expect(await stands(run)).toBe('50 tickets changed')
  for (const ticket of tickets) expect(await happened(ticket)).toEqual(['ticket.assigned by Ana Petrović'])
})

test('undo puts every ticket back exactly as it was', async () => {
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

test('undo leaves what somebody has changed since, and says who', async () => {
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

test('undo stops a run that is under way, and puts back what it had done', async () => {
  const tickets = await several(50)
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  await workOff(await runKey(), 10)
  await undoBulk(ana, run)
  await work()
  expect(await stands(run)).toBe('50 tickets are as before')
  for (const ticket of tickets) expect((await looks(ticket)).priority).toBe('medium')
})

test('only the last run is taken back, once, within a day, by whoever began it', async () => {
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

test('when its agent leaves in the middle, the rest fails and says so', async () => {
  const tickets = await several(50)
  const run = await bulk(names(tickets), urgent, { agreed: 50 })
  await workOff(await runKey(), 48)
  await changePerson(system, ana.email, { active: false })
  await work()
  expect(await stands(run)).toBe('48 tickets changed, 2 tickets could not be changed')
  expect((await left(run))[0]).toEqual(['Lamp 49', 'Whoever asked for this is no agent any more'])
})

test('runs of long ago are forgotten, not what they did', async () => {
  const [ticket] = await several(1)
  await at(new Date(Date.now() - 31 * 86_400_000), () => bulk([ticket?.refid ?? ''], urgent))
  const recent = await bulk([ticket?.refid ?? ''], { kind: 'priority', to: 'low' })
  await pruneBulk()
  expect((await recentBulkRuns(ana)).map(({ uid }) => uid)).toEqual([recent])
  expect(ticket && (await happened(ticket))).toContain('ticket.prioritized by Ana Petrović')
})
