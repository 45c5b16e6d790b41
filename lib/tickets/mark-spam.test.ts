import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { dailyTrends, dashboard, responseTimes, slaMetrics, today } from '@/lib/analytics/find'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { ownTickets } from '@/lib/portal/find'
import { ownThread } from '@/lib/portal/thread'
import { repairRelations } from '@/lib/repair/repair'
import { slaOf } from '@/lib/sla/ledger'
import { always, hour, promising } from '@/lib/sla/testing'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { close } from './close'
import { file } from './file'
import { ticketFor } from './find'
import { unassignedTickets } from './lists'
import { markSpam, unmarkSpam } from './mark-spam'
import { queue } from './queue'
import { queueCounts } from './queue-counts'
import { readQueueFilter } from './queue-filter'
import { resolve } from './resolve'

const filed = async () => {
  const [ana, sam] = [await agent('Ana Alert'), await customer('Sam Spammer')]
  const ticket = await make().for(sam.id).subject('Cheap watches').description('Buy now').create()
  return { ana, sam, ticket }
}

const rowsOf = async (ana: Awaited<ReturnType<typeof agent>>, filter: Record<string, string>) =>
  (await queue(ana, readQueueFilter(filter), new Date())).rows.map(({ refid }) => refid)

const numbers = async () => [
  await dashboard(),
  await slaMetrics(),
  await responseTimes(),
  await today(),
  await dailyTrends(2),
]

test('spam is in no queue and no number, and in its own view', async () => {
  const { ana } = await filed()
  const before = [await numbers(), await queueCounts(ana, new Date())]
  const spammer = await customer()
  const spam = await make().for(spammer.id).subject('Cheap pills').description('Buy').create()
  await answer(ana, spam, { body: 'No.', channel: 'agent' })
  await markSpam(ana, spam)

  expect([await numbers(), await queueCounts(ana, new Date())]).toEqual(before)
  expect(await rowsOf(ana, {})).not.toContain(spam.refid)
  expect(await rowsOf(ana, { q: 'pills' })).not.toContain(spam.refid)
  expect(await rowsOf(ana, { spam: 'only' })).toContain(spam.refid)
  expect((await unassignedTickets()).map(({ refid }) => refid)).not.toContain(spam.refid)

  await resolve(ana, await ticketFor(ana, spam.refid))
  expect(await numbers()).toEqual(before[0])
})

test('its clocks stop with the reason, nothing starts on it, and they go on as if nothing had been', async () => {
  const { ana, sam, ticket } = await filed()
  const running = (await slaOf(ana, ticket)).clocks
  await markSpam(ana, ticket)
  expect((await ticketFor(ana, ticket.refid)).slaDueAt).toBeNull()
  await writeBack(sam, ticket, { body: 'Buy now!', channel: 'portal' })
  const stopped = (await slaOf(ana, ticket)).clocks
  expect(stopped.map(({ outcome, entries }) => [outcome, entries.at(-1)?.reason])).toEqual(
    running.map(() => ['voided', 'spam']),
  )

  await unmarkSpam(ana, ticket)
  const again = (await slaOf(ana, ticket)).clocks
  expect(again.map(({ target, instance, dueAt }) => [target, instance, dueAt])).toEqual(
    running.map(({ target, instance, dueAt }) => [target, instance, dueAt]),
  )
  expect(again.map(({ entries }) => entries.map(({ kind }) => kind))).toEqual(
    running.map(() => ['started', 'voided', 'revived']),
  )
  expect(await repairRelations({ dryRun: true })).toEqual([])
  // And once more: a clock can stop as often as it is stopped.
  await markSpam(ana, ticket)
  await unmarkSpam(ana, ticket)
  expect((await ticketFor(ana, ticket.refid)).slaDueAt).toEqual(
    running.map(({ dueAt }) => dueAt).sort((a, b) => Number(a) - Number(b))[0],
  )
})

test('a response that runs on a ticket which we filed runs on', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const { category } = await promising({ targets: always({ first_response: hour, resolution: 8 * hour }) })
  const call = {
    subject: 'Called',
    description: 'On the phone',
    channel: 'agent',
    category: category.slug,
  } as const
  const ticket = await at(new Date(Date.now() - 60_000), () => file(ana, carla, call))
  await writeBack(carla, ticket, { body: 'Any news?', channel: 'portal' })
  const before = (await slaOf(ana, ticket)).clocks.map(({ target, dueAt }) => [target, dueAt])
  await markSpam(ana, ticket)
  await unmarkSpam(ana, ticket)
  expect((await slaOf(ana, ticket)).clocks.map(({ target, dueAt }) => [target, dueAt])).toEqual(before)
  expect(before).toHaveLength(2)
})

test('a deadline that passed meanwhile is missed at its own time', async () => {
  const [ana, sam] = [await agent(), await customer()]
  const monthAgo = new Date(Date.now() - 30 * 86_400_000)
  const ticket = await at(monthAgo, () => make().for(sam.id).subject('Real').description('Help').create())
  await at(new Date(monthAgo.getTime() + 60_000), () => markSpam(ana, ticket))
  await unmarkSpam(ana, ticket)
  const [clock] = (await slaOf(ana, ticket)).clocks
  expect(clock?.breachedAt).not.toBeNull()
  expect(clock?.breachedAt).toEqual(clock?.dueAt)
  expect(clock?.entries.map(({ kind }) => kind)).toEqual(['started', 'voided', 'revived', 'breached'])
})

test('an answer that was given meanwhile is a promise kept, by nobody who took it for none', async () => {
  const [ana, sam] = [await agent(), await customer()]
  const { category } = await promising({ targets: always({ first_response: hour, resolution: 24 * hour }) })
  const before = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const ticket = await at(before(120), () =>
    file(sam, sam, { subject: 'Real', description: 'Help', channel: 'portal', category: category.slug }),
  )
  await at(before(110), () => markSpam(ana, ticket))
  await at(before(100), () => answer(ana, ticket, { body: 'No.', channel: 'agent' }))
  await unmarkSpam(ana, ticket)
  const response = (await slaOf(ana, ticket)).clocks.find(({ target }) => target === 'first_response')
  expect(response).toMatchObject({ outcome: 'met', breachedAt: null })
  expect(response?.entries.at(-1)).toMatchObject({ kind: 'met', actor: null })
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a resolution meanwhile is a promise kept when it was resolved, and not by who took it for none', async () => {
  const [ana, sam] = [await agent(), await customer()]
  const { category } = await promising({ targets: always({ first_response: hour, resolution: 24 * hour }) })
  const before = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const ticket = await at(before(50), () =>
    file(sam, sam, { subject: 'Real', description: 'Help', channel: 'portal', category: category.slug }),
  )
  await at(before(40), () => markSpam(ana, ticket))
  await at(before(30), () => close(sam, { id: ticket.id, status: 'open' }))
  await unmarkSpam(ana, ticket)
  const { clocks } = await slaOf(ana, ticket)
  const { resolvedAt } = await ticketFor(ana, ticket.refid)
  expect(
    clocks.map(({ target, outcome, endedAt, entries }) => [target, outcome, endedAt, entries.at(-1)?.actor]),
  ).toEqual([
    ['first_response', 'voided', resolvedAt, null],
    ['resolution', 'met', resolvedAt, null],
  ])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('its sender sees nothing of it, and goes on writing', async () => {
  const { ana, sam, ticket } = await filed()
  const seen = async () => {
    const { ticket: own, events, messages } = await ownThread(sam, ticket.refid)
    return [own, events, messages, (await ownTickets(sam)).tickets]
  }
  const before = await seen()
  await markSpam(ana, ticket)
  expect(await seen()).toEqual(before)
  await unmarkSpam(ana, ticket)
  expect(await seen()).toEqual(before)
})

test('twice is once, also at the same moment, and each is told', async () => {
  const { ana, ticket } = await filed()
  await Promise.all([markSpam(ana, ticket), markSpam(await agent(), ticket)])
  await Promise.all([unmarkSpam(ana, ticket), unmarkSpam(ana, ticket)])
  expect((await history(ticket)).map(({ kind }) => kind).slice(-2)).toEqual([
    'ticket.marked_spam',
    'ticket.unmarked_spam',
  ])
  const [row] = await db.execute(sql`select spam_at, spam_by_id from tickets where id = ${ticket.id}`)
  expect(row).toEqual({ spam_at: null, spam_by_id: null })
})
