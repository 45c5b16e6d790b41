import { beforeAll, expect, test } from 'vitest'
import { dailyTrends } from '@/lib/analytics/find'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { changeSettings } from '@/lib/settings/change'
import { close, make, resolve } from '@/lib/support'
import type { SupportTicket } from '@/lib/support-ticket'
import { system, type Viewer } from '@/lib/viewer'

let ana: Viewer

beforeAll(async () => {
  ana = await addPerson(system, { name: 'Ana', email: 'ana@acme.test', role: 'customer' })
  await changeSettings(system, {
    timeZone: 'Pacific/Auckland',
    rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 },
  })
})

const filed = (moment: string) =>
  at(new Date(moment), () => make().for(ana.id).subject('It is broken').description('Help').create())
const resolved = (ticket: SupportTicket, moment: string) => at(new Date(moment), () => resolve(ticket))
const reopened = (ticket: SupportTicket, moment: string) => at(new Date(moment), () => ticket.reopen())

/** Numbers of the days from `first` to `last` in order. */
async function days(first: string, last: string) {
  const back = Math.ceil((Date.now() - Date.parse(first)) / 86_400_000) + 2
  const trends = await dailyTrends(back)
  return trends
    .filter(({ date }) => date >= first && date <= last)
    .map(({ date, created, resolved }) => [date, created, resolved])
}

test('a day begins at midnight of the workspace, wherever UTC is by then', async () => {
  await filed('2026-03-10T10:59:59Z')
  await filed('2026-03-10T11:00:00Z')
  expect(await days('2026-03-10', '2026-03-11')).toEqual([
    ['2026-03-10', 1, 0],
    ['2026-03-11', 1, 0],
  ])
})

test('the day on which clocks go back has 25 hours', async () => {
  for (const moment of ['04T10:59:59', '04T11:00:00', '05T11:59:59', '05T12:00:00'])
    await filed(`2026-04-${moment}Z`)
  expect(await days('2026-04-04', '2026-04-06')).toEqual([
    ['2026-04-04', 1, 0],
    ['2026-04-05', 2, 0],
    ['2026-04-06', 1, 0],
  ])
})

test('the day on which clocks go forward has 23 hours', async () => {
  for (const moment of ['2025-09-27T11:59:59Z', '2025-09-27T12:00:00Z', '2025-09-28T10:59:59Z'])
    await filed(moment)
  await filed('2025-09-28T11:00:00Z')
  expect(await days('2025-09-27', '2025-09-29')).toEqual([
    ['2025-09-27', 1, 0],
    ['2025-09-28', 2, 0],
    ['2025-09-29', 1, 0],
  ])
})

test('a resolution counts on its own day, and each one of a reopened ticket does', async () => {
  const ticket = await filed('2026-05-01T01:00:00Z')
  const done = await resolved(ticket, '2026-05-03T01:00:00Z')
  const again = await reopened(done, '2026-05-04T01:00:00Z')
  await resolved(again, '2026-05-05T01:00:00Z')
  expect(await days('2026-05-01', '2026-05-05')).toEqual([
    ['2026-05-01', 1, 0],
    ['2026-05-02', 0, 0],
    ['2026-05-03', 0, 1],
    ['2026-05-04', 0, 0],
    ['2026-05-05', 0, 1],
  ])
})

test('closing what was never resolved resolves it on that day', async () => {
  const ticket = await filed('2026-06-01T01:00:00Z')
  await at(new Date('2026-06-02T01:00:00Z'), () => close(ticket))
  expect(await days('2026-06-01', '2026-06-02')).toEqual([
    ['2026-06-01', 1, 0],
    ['2026-06-02', 0, 1],
  ])
})

test('the last day is today in the workspace, and no day is missing', async () => {
  await make().for(ana.id).subject('Just now').description('Help').create()
  const trends = await dailyTrends(30)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date())
  expect(trends.at(-1)).toEqual({ date: today, created: 1, resolved: 0 })
  expect(trends.map(({ date }) => date)).toEqual(
    Array.from({ length: 30 }, (_, i) =>
      new Date(Date.parse(today) - (29 - i) * 86_400_000).toISOString().slice(0, 10),
    ),
  )
})

test('another time zone cuts the same history anew', async () => {
  await changeSettings(system, { timeZone: 'UTC' })
  expect(await days('2026-03-10', '2026-03-11')).toEqual([
    ['2026-03-10', 2, 0],
    ['2026-03-11', 0, 0],
  ])
})
