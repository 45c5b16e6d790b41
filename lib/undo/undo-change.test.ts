import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { slaClocks, tickets } from '@/db/schema'
import { board } from '@/lib/analytics/now'
import { desk } from '@/lib/bulk/testing'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { at } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { changePerson } from '@/lib/people/change-person'
import { repairRelations } from '@/lib/repair/repair'
import { createPolicy } from '@/lib/sla/policies/create'
import { retirePolicy } from '@/lib/sla/policies/retire'
import { mismatches } from '@/lib/sla/recompute'
import { createTeam } from '@/lib/teams/create'
import { editTeam } from '@/lib/teams/edit'
import { admin as newAdmin, agent as newAgent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { claim } from '@/lib/tickets/claim'
import { file } from '@/lib/tickets/file'
import { ticketFor } from '@/lib/tickets/find'
import { handOver } from '@/lib/tickets/hand-over'
import { merge } from '@/lib/tickets/merge'
import { mayMove } from '@/lib/tickets/policy'
import { prioritize, prioritizeWithin } from '@/lib/tickets/prioritize'
import { setStatus } from '@/lib/tickets/set-status'
import { isLive, type Status, statuses, type Ticket } from '@/lib/tickets/ticket'
import { transition } from '@/lib/tickets/transition'
import { unmerge } from '@/lib/tickets/unmerge'
import { inTransaction } from '@/lib/transaction'
import { type Agent, system } from '@/lib/viewer'
import type { Was } from './form'
import { undoChange } from './undo-change'

async function aTicket() {
  const { ana, maria, taken, looks } = await desk()
  const { refid } = await taken()
  const present = () => ticketFor(ana, refid)
  return {
    ana,
    maria,
    present,
    looks: () => looks({ refid }),
    undo: async (was: Was, agent: Agent = ana) => undoChange(agent, await present(), was),
    moveTo: async (to: Status) => setStatus(ana, await present(), to),
  }
}

test('every change of status is taken back, and promises go on as if it had not been', async () => {
  for (const from of statuses)
    for (const to of statuses.filter((one) => mayMove(from, one))) {
      const { looks, undo, moveTo, present } = await aTicket()
      if ((await present()).status !== from) await moveTo(from)
      const [before, { slaDueAt, ...moments }] = [await looks(), await standsSince(await present())]
      await moveTo(to)
      await undo({ status: from })
      expect(await looks(), `${from} to ${to}`).toEqual(before)
      const { slaDueAt: due, ...since } = await standsSince(await present())
      expect(since, `${from} to ${to}`).toEqual(moments)
      expect(due === null).toBe(slaDueAt === null)
      if (!isLive({ status: to })) expect(due).toEqual(slaDueAt)
    }
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

const standsSince = async ({ refid }: Pick<Ticket, 'refid'>) => {
  const [ticket] = await db
    .select({
      slaDueAt: tickets.slaDueAt,
      waitingSince: tickets.waitingSince,
      resolvedAt: tickets.resolvedAt,
      solverId: tickets.solverId,
      closedAt: tickets.closedAt,
      closedById: tickets.closedById,
    })
    .from(tickets)
    .where(eq(tickets.refid, refid))
  if (!ticket) throw new Error(`no ${refid}`)
  return ticket
}

test('a change that began with something else is not the one that is meant', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const other = 'This has been changed since, and was not taken back'
  await prioritize(ana, await present(), 'high')
  await prioritize(ana, await present(), 'urgent')
  await expect(undo({ priority: 'low' })).rejects.toThrow(other)
  await claim(ana, await present())
  await expect(undo({ assignee: (await newAgent('Bob')).email })).rejects.toThrow(other)
  expect(await looks()).toMatchObject({ priority: 'urgent', assignee: 'Ana Petrović' })
})

test('priority, category and assignee are as before', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const bob = await newAgent('Bob')
  const { slug } = await createCategory(system, { name: `Lamps ${ana.id}`, slug: `lamps-${ana.id}` })
  const before = await looks()
  await prioritize(ana, await present(), 'urgent')
  await undo({ priority: before.priority })
  await categorize(ana, await present(), slug)
  await undo({ category: null })
  await claim(ana, await present())
  await undo({ assignee: null })
  expect(await looks()).toEqual(before)

  await assign(ana, await present(), bob)
  await assign(ana, await present(), null)
  await undo({ assignee: bob.email })
  expect((await looks()).assignee).toBe('Bob')
  await assign(ana, await present(), null)
  await changePerson(system, bob.email, { active: false })
  await expect(undo({ assignee: bob.email })).rejects.toThrow('Whoever had it is not an agent any more')
  expect((await looks()).assignee).toBeUndefined()
})

test('what has another name since is what it was', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const kim = await newAdmin()
  const lamps = await createCategory(system, { name: `Table lamps ${ana.id}` })
  const night = await createTeam(system, { name: `Night ${ana.id}`, members: [] })
  await categorize(ana, await present(), lamps.slug)
  await handOver(ana, await present(), night.uid)
  await categorize(ana, await present(), null)
  await editCategory(kim, lamps.slug, { ...lamps, name: `Floor lamps ${ana.id}` })
  await undo({ category: lamps.slug })
  await handOver(ana, await present(), null)
  await editTeam(kim, night.uid, { name: `Late ${ana.id}`, members: [] })
  await undo({ team: night.uid })
  expect(await looks()).toMatchObject({ category: `Floor lamps ${ana.id}`, team: `Late ${ana.id}` })
})

test('a ticket that a team has given to somebody is whose it was', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const cleo = await newAgent('Cleo')
  const day = await createTeam(system, {
    name: `Day ${ana.id}`,
    members: [cleo.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  await claim(ana, await present())
  const before = await looks()
  await handOver(ana, await present(), day.uid)
  expect(await looks()).toMatchObject({ team: day.name, assignee: 'Cleo' })
  await undo({ team: null, assignee: ana.email })
  expect(await looks()).toEqual(before)
})

test('what somebody has changed since stays, and another field is another matter', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const bob = await newAgent('Bob')
  const { priority } = await looks()
  await prioritize(ana, await present(), 'urgent')
  await prioritize(bob, await present(), 'high')
  await expect(undo({ priority })).rejects.toThrow('Bob has changed it since')
  await claim(ana, await present())
  await prioritize(bob, await present(), 'low')
  await undo({ assignee: null })
  expect(await looks()).toMatchObject({ priority: 'low' })
})

test('nobody takes back what is not theirs, or is a day old, or names nothing', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const bob = await newAgent('Bob')
  const nothing = 'There is nothing of yours to take back'
  await expect(undo({ priority: 'low' })).rejects.toThrow(nothing)
  await prioritize(ana, await present(), 'urgent')
  await expect(undo({ priority: 'low' }, bob)).rejects.toThrow(nothing)
  await expect(undo({})).rejects.toThrow(nothing)
  const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000)
  await at(tomorrow, () => expect(undo({ priority: 'low' })).rejects.toThrow(nothing))
  await claim(ana, await present())
  await expect(undo({ assignee: 'nobody@nowhere.test' })).rejects.toThrow('is not there any more')
  expect(await looks()).toMatchObject({ priority: 'urgent', assignee: 'Ana Petrović' })
})

test('what somebody else has changed before is not put back with it', async () => {
  const { ana, looks, undo, present } = await aTicket()
  const [bob, cleo] = [await newAgent('Bob'), await newAgent('Cleo')]
  const day = await createTeam(system, { name: `Day ${ana.id}`, members: [bob.email, cleo.email] })
  await assign(ana, await present(), bob)
  await assign(bob, await present(), cleo)
  await handOver(ana, await present(), day.uid)
  // The page had not heard of Cleo.
  await undo({ team: null, assignee: bob.email })
  expect(await looks()).toMatchObject({ assignee: 'Cleo' })
  expect((await looks()).team).toBeUndefined()
})

test('an older reopening is not taken for what an undone merge did to the status', async () => {
  const { ana, maria, undo, present, moveTo } = await aTicket()
  const other = await file(ana, maria, { subject: 'Other', description: 'It is', channel: 'agent' })
  await moveTo('resolved')
  await moveTo('open')
  await merge(ana, await present(), other)
  await unmerge(ana, await present())
  await expect(undo({ status: 'closed' })).rejects.toThrow(Refused)
  expect((await present()).status).toBe('open')
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

const clocksOf = async ({ id }: Pick<Ticket, 'id'>) =>
  db
    .select({
      target: slaClocks.target,
      dueAt: slaClocks.dueAt,
      breachedAt: slaClocks.breachedAt,
      outcome: slaClocks.outcome,
    })
    .from(slaClocks)
    .where(eq(slaClocks.ticketId, id))
    .orderBy(slaClocks.target)

const isLate = (clocks: Awaited<ReturnType<typeof clocksOf>>) => clocks.some(({ breachedAt }) => breachedAt)

/** A ticket that was filed so many hours ago, with a day for its resolution, and for an urgent one two hours. */
async function filed(hours: number) {
  const { ana, taken } = await desk()
  const { refid } = await at(hoursAgo(hours), () => taken())
  const present = () => ticketFor(ana, refid)
  const clocks = async () => clocksOf(await present())
  return {
    ana,
    present,
    clocks,
    raise: async () => prioritize(ana, await present(), 'urgent'),
    undo: async (was: Was = { priority: 'medium' }) => {
      await undoChange(ana, await present(), was)
      expect(await mismatches(db, (await present()).id)).toEqual([])
      return clocks()
    },
  }
}

test('what was late at once by a change is not late once that is taken back, as often as one likes', async () => {
  const { clocks, raise, undo } = await filed(20)
  const before = await clocks()
  for (let turn = 0; turn < 2; turn += 1) {
    await raise()
    expect(isLate(await clocks())).toBe(true)
    expect(await undo()).toEqual(before)
  }
  expect((await board()).breaches).toEqual([])
})

test('what was late before a change stays late, and what has run out since is late as of its own deadline', async () => {
  const old = await filed(24 * 30)
  const late = await old.clocks()
  await old.raise()
  expect((await old.undo()).every(({ breachedAt }) => breachedAt)).toBe(true)
  expect(late.map(({ dueAt }) => dueAt)).toEqual((await old.clocks()).map(({ breachedAt }) => breachedAt))

  const young = await filed(20)
  const [before] = await young.clocks()
  await young.raise()
  const [after] = await at(hoursAgo(-5), () => young.undo())
  expect(after?.breachedAt).toEqual(before?.dueAt)
})

test('a change that made late what it also resolved is taken back with that', async () => {
  const { ana, present, clocks, undo } = await filed(20)
  const before = await clocks()
  const ticket = await present()
  await inTransaction(async (tx) => {
    await prioritizeWithin(tx, ana, ticket, 'urgent')
    await transition(tx, ana, ticket, 'resolved')
  })
  expect(await clocks()).toMatchObject([{ outcome: 'met' }])
  expect(isLate(await clocks())).toBe(true)
  expect(await undo({ priority: 'medium', status: 'open' })).toEqual(before)
})

test('a clock that stood still does so again', async () => {
  const { uid } = await createPolicy(system, {
    name: 'Never stands still',
    conditions: { priorities: ['urgent'] },
    targets: { low: {}, medium: {}, high: {}, urgent: { resolution: 7_200 } },
    calendar: null,
    pausing: [],
    steps: [],
  })
  const { ana, present, clocks, raise, undo } = await filed(20)
  await setStatus(ana, await present(), 'pending')
  expect(await clocks()).toMatchObject([{ dueAt: null, breachedAt: null }])
  await raise()
  expect(isLate(await clocks())).toBe(true)
  expect(await undo()).toMatchObject([{ dueAt: null, breachedAt: null }])
  await retirePolicy(system, uid)
})
