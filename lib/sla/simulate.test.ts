import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { slaClocks } from '@/db/schema'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { agent, customer } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { file } from '@/lib/tickets/file'
import { lock } from '@/lib/tickets/lock'
import { prioritize } from '@/lib/tickets/prioritize'
import { resolve } from '@/lib/tickets/resolve'
import { takeBackResolution } from '@/lib/tickets/take-back-resolution'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { createCalendar } from './calendars/create'
import { simulate } from './simulate'
import { always } from './testing'
import { whatIf } from './what-if'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test('what would have been kept is replayed from what happened, and nothing is written', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const filed = (hours: number) =>
    at(hoursAgo(hours), () =>
      file(carla, carla, { subject: 'It broke', description: 'Help', channel: 'portal' }),
    )
  const quick = await filed(100)
  await at(hoursAgo(99), () => answer(ana, quick, { body: 'Try this', channel: 'agent' }))
  await at(hoursAgo(96), () => resolve(ana, { id: quick.id, status: 'open' }))
  const slow = await filed(80)
  await at(hoursAgo(70), () => prioritize(ana, { id: slow.id, status: 'open', priority: 'medium' }, 'low'))
  await at(hoursAgo(50), () => resolve(ana, { id: slow.id, status: 'open' }))
  await filed(30)

  const before = await db.select().from(slaClocks)
  const asItIs = await simulate(system, { rules: (present) => present })
  expect(asItIs).toMatchObject({ tickets: 3, changed: 0, first: [] })
  expect(asItIs.before.resolution).toEqual({ met: 2, breached: 1 })
  expect(asItIs.after).toEqual(asItIs.before)

  const rules = await whatIf({
    policy: 'everyone',
    targets: {
      low: { resolution: 20 * 3600 },
      medium: { resolution: 24 * 3600, first_response: 1800 },
      high: {},
      urgent: {},
    },
  })
  const progress: number[] = []
  const tried = await simulate(system, { rules, progress: (done) => progress.push(done) })
  expect(tried.after.resolution).toEqual({ met: 1, breached: 2 })
  expect(tried.after.first_response).toEqual({ met: 0, breached: 3 })
  expect(tried.changed).toBe(3)
  expect(tried.first).toContainEqual({
    refid: slow.refid,
    subject: 'It broke',
    target: 'resolution',
    before: 'met',
    after: 'breached',
  })
  expect(progress).toEqual([0, 3])
  expect(await db.select().from(slaClocks)).toEqual(before)
})

test('a resolution that was taken back has kept nothing', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const before = (await simulate(system, { rules: (present) => present })).before
  const ticket = await at(hoursAgo(40), () =>
    file(carla, carla, { subject: 'It broke', description: 'Help', channel: 'portal' }),
  )
  await at(hoursAgo(39), () => resolve(ana, { id: ticket.id, status: 'open' }))
  await inTransaction(async (tx) => takeBackResolution(tx, ana, await lock(tx, ticket), 'open'))
  const { resolution } = (await simulate(system, { rules: (present) => present })).before
  expect(resolution).toEqual({ ...before.resolution, breached: before.resolution.breached + 1 })
})

test('a simulation that nobody waits for any more ends in the database too', async () => {
  const leaving = new AbortController()
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table people in access exclusive mode`)
    const simulated = simulate(system, { rules: (present) => present, signal: leaving.signal })
    const refused = expect(simulated).rejects.toThrow('gone')
    await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
    leaving.abort(new Error('gone'))
    await refused
    // Though what it waited for is still not to be had.
    expect(await waitingFor(tx)).toBe(0)
  })
})

test('a policy or a calendar that is not there, and hours that never suffice, are refused', async () => {
  await expect(whatIf({ policy: 'Gold' })).rejects.toThrow('There is no policy “Gold”')
  await expect(whatIf({ policy: 'Everyone', calendar: 'Moon hours' })).rejects.toThrow(
    'There is no calendar “Moon hours”',
  )
  await createCalendar(system, {
    name: 'Thin',
    hours: { timeZone: 'UTC', weekly: { mon: [['09:00', '10:00']] }, days: [] },
  })
  await expect(
    whatIf({ policy: 'Everyone', calendar: 'thin', targets: always({ resolution: 365 * 24 * 3600 }) }),
  ).rejects.toMatchObject({ field: 'calendar' })
})
