import { expect, test } from 'vitest'
import { at } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { rate } from '@/lib/ratings/rate'
import { changeSettings } from '@/lib/settings/change'
import { analytics, assign, make, reply, resolve } from '@/lib/support'
import { isCustomer, system } from '@/lib/viewer'

/* A history that fits on one page, so that every number can be checked by hand. */

const hour = 60 * 60 * 1000
const timeZone = 'Pacific/Auckland'
const started = Date.now()
const ago = (hours: number) => new Date(started - hours * hour)

test('before anything happened there are no averages and no shares', async () => {
  const { getDashboard, getSlaMetrics, getResponseTimeMetrics, getAgentPerformance, getDailyTrends } =
    analytics()
  expect(await getDashboard()).toEqual({
    totalOpen: 0,
    totalResolved: 0,
    avgFirstResponse: null,
    successRate: null,
  })
  expect(await getSlaMetrics()).toEqual({ breached: 0, complianceRate: null, atRisk: 0 })
  expect(await getResponseTimeMetrics()).toEqual({ avgFirstResponse: null, avgResolution: null })
  expect(await getAgentPerformance()).toEqual([])
  const days = await getDailyTrends()
  expect(days).toHaveLength(30)
  expect(days.every(({ created, resolved }) => created === 0 && resolved === 0)).toBe(true)
})

async function moveIn() {
  await changeSettings(system, { timeZone })
  const ana = await addPerson(system, { name: 'Ana', email: 'ana@acme.test', role: 'customer' })
  const bo = await addPerson(system, { name: 'Bo', email: 'bo@acme.test', role: 'agent' })
  if (!isCustomer(ana)) throw new Error('Ana is a customer')
  const file = (hours: number, priority: 'low' | 'medium' | 'high' | 'urgent') =>
    at(ago(hours), () =>
      make().for(ana.id).subject('Printer').description('On fire').priority(priority).create(),
    )

  // Answered after 2 hours, resolved after 6: in time.
  const first = await file(72, 'medium')
  await at(ago(71), () => assign(first, bo.id))
  await at(ago(71), () => reply(first, bo.id, 'A note is no answer', true))
  await at(ago(70), () => reply(first, bo.id, 'We are on it'))
  await at(ago(66), () => resolve(first))
  await at(ago(60), () => rate(ana, first, { score: 5, comment: '' }))

  // Answered after 1 hour, resolved after 5 and, reopened, after 3 more: late twice.
  const second = await file(48, 'urgent')
  await at(ago(47.5), () => assign(second, bo.id))
  await at(ago(47), () => reply(second, bo.id, 'We are on it'))
  const resolved = await at(ago(43), () => resolve(second))
  const reopened = await at(ago(42), () => resolved.reopen())
  await at(ago(39), () => resolve(reopened))
  await at(ago(38), () => rate(ana, second, { score: 2, comment: 'Twice!' }))

  // Nobody answers these: breached, at risk, and neither.
  await file(24, 'high')
  await file(7, 'high')
  await file(0, 'low')
}

test('the numbers are those of the history', async () => {
  await moveIn()
  const { getDashboard, getSlaMetrics, getResponseTimeMetrics, getAgentPerformance } = analytics()
  expect(await getDashboard()).toEqual({
    totalOpen: 3,
    totalResolved: 2,
    avgFirstResponse: 1.5,
    successRate: 50,
  })
  expect(await getSlaMetrics()).toEqual({ breached: 1, complianceRate: 25, atRisk: 1 })
  expect(await getResponseTimeMetrics()).toEqual({ avgFirstResponse: 1.5, avgResolution: 7.5 })
  expect(await getAgentPerformance()).toEqual([{ agentName: 'Bo', ticketsResolved: 2, avgRating: 3.5 }])
  expect(await getAgentPerformance(0)).toEqual([])
})

test('the days are the workspace’s, none is left out, and a resolution counts on its own day', async () => {
  const dayOf = (hours: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(ago(hours))
  const count = (hours: readonly number[], date: string) => hours.filter((at) => dayOf(at) === date).length
  const days = await analytics().getDailyTrends(7)
  expect(days).toHaveLength(7)
  expect(days.at(-1)?.date).toBe(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()))
  for (const { date, created, resolved } of days) {
    expect({ date, created, resolved }).toEqual({
      date,
      created: count([72, 48, 24, 7, 0], date),
      resolved: count([66, 43, 39], date),
    })
  }
})

test.each([
  [1.5, 'is a whole number'],
  [Number.NaN, 'is a whole number'],
  ['7abc' as unknown as number, 'is a whole number'],
  [-1, 'is at least 0'],
])('%s days or agents are refused', async (wrong, why) => {
  const { getDailyTrends, getAgentPerformance } = analytics()
  await expect(getDailyTrends(wrong)).rejects.toThrow(new Refused(`Number of days ${why}`, 'days'))
  await expect(getAgentPerformance(wrong)).rejects.toThrow(new Refused(`Limit ${why}`, 'limit'))
})

test('so are more days than there is a calendar for', async () => {
  await expect(analytics().getDailyTrends(2 ** 40)).rejects.toThrow(Refused)
})
