import { beforeAll, expect, test } from 'vitest'
import { agentPerformance, compliance, dashboard, responseTimes, slaMetrics } from '@/lib/analytics/find'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { addPerson } from '@/lib/people/add-person'
import { changeSettings } from '@/lib/settings/change'
import { always, filed as promisedTo, promising } from '@/lib/sla/testing'
import { make, resolve } from '@/lib/support'
import { agent } from '@/lib/testing/people'
import type { Priority } from '@/lib/tickets/ticket'
import { system, type Viewer } from '@/lib/viewer'

let ana: Viewer

beforeAll(async () => {
  ana = await addPerson(system, { name: 'Ana', email: 'ana@acme.test', role: 'customer' })
  await changeSettings(system, { rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 } })
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

const filed = (minutesAgo: number, priority: Priority) =>
  at(ago(minutesAgo), () =>
    make().for(ana.id).subject('It is broken').description('Help').priority(priority).create(),
  )

test('where nothing has ended there is no share: not 0 % and not 100 %', async () => {
  await filed(10, 'medium')
  expect(await slaMetrics()).toEqual({ breached: 0, complianceRate: null, atRisk: 0 })
  expect(await compliance()).toEqual({
    first_response: null,
    next_response: null,
    resolution: null,
    all: null,
  })
  expect(await dashboard()).toEqual({
    totalOpen: 1,
    totalResolved: 0,
    avgFirstResponse: null,
    successRate: null,
  })
  expect(await responseTimes()).toEqual({ avgFirstResponse: null, avgResolution: null })
  expect(await agentPerformance(10)).toEqual([])
})

test('at risk begins at a fifth of the target or at half an hour, whichever is more', async () => {
  await filed(89, 'urgent')
  expect((await slaMetrics()).atRisk).toBe(0)
  await filed(91, 'urgent')
  expect((await slaMetrics()).atRisk).toBe(1)
  await filed(19.1 * 60, 'medium')
  expect((await slaMetrics()).atRisk).toBe(1)
  await filed(19.3 * 60, 'medium')
  expect(await slaMetrics()).toEqual({ breached: 0, complianceRate: null, atRisk: 2 })
})

test('a ticket past its moment is breached, no longer at risk, and counts as missed before it is resolved', async () => {
  await filed(121, 'urgent')
  expect(await slaMetrics()).toEqual({ breached: 1, complianceRate: 0, atRisk: 2 })
})

test('compliance takes what was resolved in time, of all that ended: late resolutions do not vanish', async () => {
  const prompt = await filed(500, 'high')
  const late = await filed(600, 'high')
  await at(ago(100), () => resolve(prompt))
  expect(await slaMetrics()).toMatchObject({ breached: 2, complianceRate: 33.3 })
  await at(ago(60), () => resolve(late))
  expect(await slaMetrics()).toMatchObject({ breached: 1, complianceRate: 33.3 })
})

test('each kind of promise has a share of its own, and one that is not promised has none', async () => {
  const promised = await promising({ targets: always({ first_response: 3600, resolution: 7200 }) })
  const bo = await agent()
  for (const minutes of [90, 30]) {
    const ticket = await promisedTo(promised, ago(200))
    await at(ago(200 - minutes), () => answer(bo, ticket, { body: 'On it', channel: 'agent' }, 'resolved'))
  }
  expect(await compliance()).toEqual({ first_response: 50, next_response: null, resolution: 60, all: 57.1 })
})
