import { beforeAll, expect, test } from 'vitest'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { changeSettings } from '@/lib/settings/change'
import { fireDue } from '@/lib/sla/fire'
import { always, calendar, hour, office, promising } from '@/lib/sla/testing'
import { agent, customer } from '@/lib/testing/people'
import { autoClose } from '@/lib/tickets/auto-close'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { move } from '@/lib/tickets/move'
import { reopen } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import { type Agent, type Customer, system } from '@/lib/viewer'
import { upToDate } from './fresh'
import { overview } from './overview'
import { readScope } from './scope'

// What the numbers of other helpdesks fell into. Each test has a category of its own, so that its numbers are its own.

let ana: Agent
let maria: Customer

beforeAll(async () => {
  ana = await agent()
  maria = await customer()
  // Midnight of the workspace is 11:00 in UTC.
  await changeSettings(system, {
    timeZone: 'Pacific/Auckland',
    autoCloseDays: 3,
    rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 },
  })
})

/** Of March 2026, in UTC; the 2nd is a Monday. */
const march = (day: number, time = '09:00') => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00Z`)

async function scene(terms: Parameters<typeof promising>[0] = { targets: always({}) }) {
  const { category } = await promising(terms)
  return {
    filed: (when: Date) =>
      at(when, () =>
        file(maria, maria, {
          subject: 'It broke',
          description: 'Help',
          channel: 'portal',
          category: category.slug,
        }),
      ),
    numbers: async (from: string, to: string, hours: 'calendar' | 'business' = 'calendar') => {
      await upToDate()
      const asked = { period: 'custom', from, to, hours, category: category.slug, compare: 'none' }
      return overview(readScope(asked, '2026-03-31'))
    },
  }
}

type Filed = { readonly refid: string }
const deed = (
  when: Date,
  ticket: Filed,
  work: (ticket: Awaited<ReturnType<typeof ticketByRefid>>) => Promise<unknown>,
) => at(when, async () => work(await ticketByRefid(ticket.refid)))
const answered = (when: Date, ticket: Filed) =>
  deed(when, ticket, (one) => answer(ana, one, { body: 'Try this', channel: 'agent' }))
const resolved = (when: Date, ticket: Filed) => deed(when, ticket, (one) => resolve(ana, one))

test('a reopened ticket does not inflate first response time', async () => {
  const { filed, numbers } = await scene()
  const ticket = await filed(march(2))
  await answered(march(2, '10:00'), ticket)
  await resolved(march(3), ticket)
  await deed(march(9), ticket, (one) => reopen(ana, one))
  await answered(march(12), ticket)
  expect((await numbers('2026-03-01', '2026-03-31')).totals.firstResponse).toMatchObject({
    n: 1,
    median: hour,
  })
})

test('a ticket created on a non-working day waits from the next opening on, in business hours', async () => {
  const { filed, numbers } = await scene({
    targets: always({ first_response: hour }),
    calendar: await calendar(office),
  })
  const saturday = await filed(march(7))
  await answered(march(9, '09:30'), saturday)
  expect((await numbers('2026-03-01', '2026-03-31', 'business')).totals.firstResponse?.median).toBe(hour / 2)
  expect((await numbers('2026-03-01', '2026-03-31')).totals.firstResponse?.median).toBe(48.5 * hour)
})

test('what the helpdesk does by itself is no reply', async () => {
  const { filed, numbers } = await scene({ targets: always({ first_response: hour }) })
  const ticket = await filed(march(2))
  await at(march(2, '10:30'), () => fireDue())
  await resolved(march(3), ticket)
  await at(march(10), () => autoClose())
  expect((await numbers('2026-03-01', '2026-03-31')).totals).toMatchObject({
    firstResponse: null,
    oneTouch: { n: 0, of: 1 },
  })
})

test('a late first reply stays late when it is given', async () => {
  const { filed, numbers } = await scene({ targets: always({ first_response: hour }) })
  const ticket = await filed(march(2))
  await at(march(2, '10:30'), () => fireDue())
  const missed = { first_response: { n: 0, of: 1 } }
  expect((await numbers('2026-03-01', '2026-03-31')).totals.targets).toMatchObject(missed)
  await answered(march(2, '12:00'), ticket)
  expect((await numbers('2026-03-01', '2026-03-31')).totals.targets).toMatchObject(missed)
})

test('neither a change of status nor a note is a response', async () => {
  const { filed, numbers } = await scene()
  const ticket = await filed(march(2))
  await deed(march(2, '09:10'), ticket, (one) => note(ana, one, { body: 'Who knows?', channel: 'agent' }))
  await deed(march(2, '09:20'), ticket, (one) => move(ana, one, 'on_hold'))
  expect((await numbers('2026-03-01', '2026-03-31')).totals.firstResponse).toBeNull()
  await answered(march(2, '10:00'), ticket)
  expect((await numbers('2026-03-01', '2026-03-31')).totals.firstResponse?.median).toBe(hour)
})

test('what is resolved on a day was not necessarily created in the period', async () => {
  const { filed, numbers } = await scene()
  await resolved(march(20), await filed(march(2)))
  expect((await numbers('2026-03-15', '2026-03-25')).totals).toMatchObject({ created: 0, resolved: 1 })
})

test('cards and tables agree', async () => {
  const { filed, numbers } = await scene()
  for (const day of [2, 3, 3, 9]) await resolved(march(day + 1), await filed(march(day)))
  const { totals, buckets, priorities, channels, hours } = await numbers('2026-03-01', '2026-03-31')
  const sum = (rows: readonly { readonly created: number }[]) =>
    rows.reduce((all, { created }) => all + created, 0)
  expect([sum(buckets), sum(priorities), sum(channels), hours.reduce((all, one) => all + one)]).toEqual([
    4, 4, 4, 4,
  ])
  expect([totals.created, totals.resolved, buckets.at(-1)?.backlog]).toEqual([4, 4, totals.backlog])
})

test('averages are not of those in time only', async () => {
  const { filed, numbers } = await scene({ targets: always({ first_response: hour }) })
  await answered(march(2, '09:30'), await filed(march(2)))
  await answered(march(2, '14:30'), await filed(march(2)))
  expect((await numbers('2026-03-01', '2026-03-31')).totals).toMatchObject({
    firstResponse: { n: 2, mean: 3 * hour },
    targets: { first_response: { n: 1, of: 2 } },
  })
})

test('a series of days has the days on which nothing happened', async () => {
  const { filed, numbers } = await scene()
  await filed(march(3))
  const { buckets } = await numbers('2026-03-01', '2026-03-07')
  expect(buckets.map(({ created }) => created)).toEqual([0, 0, 1, 0, 0, 0, 0])
  expect(buckets.map(({ backlog }) => backlog)).toEqual([0, 0, 1, 1, 1, 1, 1])
  expect(buckets.map(({ firstResponse, targets }) => [firstResponse, targets.resolution])).toEqual(
    Array.from({ length: 7 }, () => [null, { n: 0, of: 0 }]),
  )
})

test('a day is cut where the workspace is, not at midnight of UTC', async () => {
  const { filed, numbers } = await scene()
  await filed(march(9, '10:59'))
  await filed(march(9, '11:01'))
  const { buckets, hours } = await numbers('2026-03-09', '2026-03-10')
  expect(buckets.map(({ created }) => created)).toEqual([1, 1])
  // Monday's last hour, and Tuesday's first.
  expect([hours[23], hours[24]]).toEqual([1, 1])
})
