import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { system } from '@/lib/viewer'
import { fileOld, momentOf, type OldCompany, openOldCompany } from './before-the-ledger'
import { earlierVersion } from './earlier'
import { escalateOld, keepOld, type OldClock, openOldPolicies } from './with-the-ledger'

const hour = 3600
let earlier: Awaited<ReturnType<typeof earlierVersion>>
let company: OldCompany
const ids = { waits: 0, pending: 0, missed: 0, urgent: 0 }

beforeAll(async () => {
  earlier = await earlierVersion(inject('templateUrl'), '0010_portal_promises_by_policy')
  // Before db/client is read for the first time.
  process.env.DATABASE_URL = earlier.url
  await fill()
  await earlier.upTo()
}, 60_000)

afterAll(() => earlier?.end())

async function fill() {
  const { sql } = earlier
  company = await openOldCompany(sql)
  const { everyone, hardware } = await openOldPolicies(sql, company)

  ids.waits = await fileOld(sql, company, { subject: 'waits', filed: 2, promised: 24 })
  const waits: OldClock = {
    target: 'resolution',
    seconds: 24 * hour,
    startedAt: 2,
    dueAt: -22,
    riskAt: 2 - 19.2,
    nextAt: 2 - 19.2,
    ledger: [['started', 2, 'filed', 24 * hour]],
  }
  await keepOld(sql, ids.waits, everyone, { clocks: [waits], next: waits })

  ids.urgent = await fileOld(sql, company, {
    subject: 'urgent',
    filed: 1.2,
    promised: 24,
    deeds: [['urgent', 1]],
  })
  const urgent: OldClock = {
    target: 'resolution',
    seconds: 2 * hour,
    startedAt: 1.2,
    dueAt: -0.8,
    riskAt: -0.3,
    nextAt: -0.3,
    ledger: [
      ['started', 1.2, 'filed', 24 * hour],
      ['retargeted', 1, 'priority', 2 * hour],
    ],
  }
  await keepOld(sql, ids.urgent, everyone, { clocks: [urgent], next: urgent })

  ids.pending = await fileOld(sql, company, {
    subject: 'pending',
    filed: 10,
    promised: 8,
    deeds: [
      ['answered', 9.5],
      ['pending', 9.5],
    ],
  })
  const answered: OldClock = {
    target: 'first_response',
    seconds: hour,
    startedAt: 10,
    endedAt: 9.5,
    ledger: [
      ['started', 10, 'filed', hour],
      ['met', 9.5, 'answered'],
    ],
  }
  const still: OldClock = {
    target: 'resolution',
    seconds: 8 * hour,
    startedAt: 10,
    pausedAt: 9.5,
    ledger: [
      ['started', 10, 'filed', 8 * hour],
      ['paused', 9.5, 'pending'],
    ],
  }
  await keepOld(sql, ids.pending, hardware, { clocks: [answered, still], next: undefined })

  ids.missed = await fileOld(sql, company, {
    subject: 'missed',
    filed: 30,
    promised: 8,
    deeds: [
      ['answered', 29.5],
      ['wrote', 20],
      ['answered', 10],
    ],
  })
  const first: OldClock = {
    ...answered,
    startedAt: 30,
    endedAt: 29.5,
    ledger: [
      ['started', 30, 'filed', hour],
      ['met', 29.5, 'answered'],
    ],
  }
  const missed: OldClock = {
    target: 'next_response',
    seconds: 2 * hour,
    startedAt: 20,
    warnedAt: 18.5,
    breachedAt: 18,
    taken: ['late_answer'],
    endedAt: 10,
    ledger: [
      ['started', 20, 'wrote', 2 * hour],
      ['at_risk', 18.5, 'deadline'],
      ['breached', 18, 'deadline'],
    ],
  }
  const late: OldClock = {
    target: 'resolution',
    seconds: 8 * hour,
    startedAt: 30,
    dueAt: 22,
    riskAt: 23.6,
    warnedAt: 23.6,
    breachedAt: 22,
    ledger: [
      ['started', 30, 'filed', 8 * hour],
      ['at_risk', 23.6, 'deadline'],
      ['breached', 22, 'deadline'],
    ],
  }
  await keepOld(sql, ids.missed, hardware, { clocks: [first, missed, late], next: late })
  await escalateOld(sql, company, ids.missed, 'late_answer', 18)
  await sql`
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason)
    values (${ids.missed}, 'next_response', 1, 'met', ${momentOf(10)}, 'answered')`
}

async function nothingToMend() {
  const { db } = await import('@/db/client')
  const { mismatches } = await import('@/lib/sla/recompute')
  const { repairRelations } = await import('@/lib/repair/repair')
  expect(await mismatches(db)).toEqual([])
  expect(await repairRelations({ dryRun: true })).toEqual([])
}

async function standing(id: number) {
  const { slaOf } = await import('@/lib/sla/ledger')
  const { stateOf } = await import('@/lib/sla/words')
  const { clocks } = await slaOf(system, { id })
  return Object.fromEntries(clocks.map((clock) => [clock.target, stateOf(clock, new Date())]))
}

async function people() {
  const { personById } = await import('@/lib/people/by-id')
  const { isAgent, isCustomer } = await import('@/lib/viewer')
  const [ana, carla] = [await personById(company.agentId), await personById(company.customerId)]
  if (!isAgent(ana) || !isCustomer(carla)) throw new Error('These are others')
  return { ana, carla }
}

test('clocks, policies and what people were told are as they were', async () => {
  await nothingToMend()
  expect(await standing(ids.waits)).toEqual({ resolution: 'ok' })
  expect(await standing(ids.urgent)).toEqual({ resolution: 'ok' })
  expect(await standing(ids.pending)).toEqual({ first_response: 'met', resolution: 'paused' })
  expect(await standing(ids.missed)).toEqual({
    first_response: 'met',
    next_response: 'breached',
    resolution: 'breached',
  })

  const { policyList } = await import('@/lib/sla/policies/find')
  const policies = await policyList(system)
  expect(policies.map(({ name, retiredAt }) => [name, retiredAt !== null])).toEqual([
    ['Hardware', false],
    ['Summer', true],
    ['Everyone', false],
  ])
  expect(policies[0]).toMatchObject({
    conditions: {
      categories: [{ name: 'Hardware' }],
      channels: ['portal'],
      organizations: [],
      teams: [],
      tags: [],
    },
    calendar: { name: 'Always' },
    steps: [{ key: 'late_answer', actions: [{ do: 'notify', people: [{ name: 'Ana' }], teams: [] }] }],
  })
  const { notificationsOf } = await import('@/lib/notifications/find')
  expect(await notificationsOf((await people()).ana)).toMatchObject([
    { kind: 'sla.late_answer', subject: 'missed' },
  ])
})

test('customers read their requests, and what is promised to them', async () => {
  const { filingChoices, ownTickets } = await import('@/lib/portal/find')
  const { carla } = await people()
  expect((await ownTickets(carla)).tickets.map(({ subject }) => subject).toSorted()).toEqual([
    'missed',
    'pending',
    'urgent',
    'waits',
  ])
  const { aims } = await filingChoices(carla)
  expect(aims.filter(({ category }) => category === null)).toHaveLength(4)
})

test('teams, tags and organizations come to tickets and policies of before', async () => {
  const { createTeam } = await import('@/lib/teams/create')
  const { createOrganization } = await import('@/lib/organizations/create')
  const { joinOrganization } = await import('@/lib/organizations/join')
  const { handOver } = await import('@/lib/tickets/hand-over')
  const { tag } = await import('@/lib/tickets/tag')
  const { writeBack } = await import('@/lib/messages/write-back')
  const { answer } = await import('@/lib/messages/answer')
  const { setStatus } = await import('@/lib/tickets/set-status')
  const { ticketByRefid } = await import('@/lib/tickets/lists')
  const { fireDue } = await import('@/lib/sla/fire')
  const { ana, carla } = await people()
  const ticket = async (id: number) => ticketByRefid(`SUP-${String(id).padStart(8, '0')}`)
  expect((await ticket(ids.missed)).subject).toBe('missed')

  await tag(ana, await ticket(ids.waits), { add: ['vip'] })
  const team = await createTeam(system, { name: 'First line', members: [] })
  await handOver(ana, await ticket(ids.waits), team.uid)
  const acme = await createOrganization(system, { name: 'Acme', notes: '' })
  await joinOrganization(system, carla.email, acme.uid)
  await writeBack(carla, await ticket(ids.pending), { body: 'Here it is', channel: 'portal' })
  await answer(ana, await ticket(ids.pending), { body: 'Thanks', channel: 'agent' })
  await setStatus(ana, await ticket(ids.missed), 'resolved')
  while ((await fireDue()) > 0);

  expect(await standing(ids.pending)).toEqual({
    first_response: 'met',
    next_response: 'met',
    resolution: 'ok',
  })
  await nothingToMend()
})
