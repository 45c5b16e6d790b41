import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { allMatching, countMatching } from '@/lib/bulk/matching'
import { ownTickets } from '@/lib/portal/find'
import { glimpse } from '@/lib/search/glimpse'
import { search } from '@/lib/search/search'
import { agent, customer, supervisor } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { queue } from '@/lib/tickets/queue'
import { usualColumns } from '@/lib/tickets/queue-columns'
import { queueAsCsv } from '@/lib/tickets/queue-export'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { queueNews } from '@/lib/tickets/queue-news'
import { inTransaction } from '@/lib/transaction'

vi.mock('./patience', async (original) => ({
  ...(await original<typeof import('./patience')>()),
  patience: { glance: 50, near: 50, far: 50 },
}))

const now = new Date()
const filter = readQueueFilter({ q: 'printer' })

test('a search that takes too long is ended by the database, and says so', async () => {
  const [ana, marcus, carla] = [await agent(), await supervisor(), await customer()]
  const { refid } = await file(carla, carla, { subject: 'Printer', description: 'Help', channel: 'portal' })
  // Nobody reads what others are about to change in every way: that is as long as a search can take.
  await inTransaction(async (tx) => {
    await tx.execute(sql`lock table messages in access exclusive mode`)
    expect(await search(ana, 'printer', { now })).toMatchObject({ tookTooLong: true, tickets: [] })
    expect(await search(ana, 'printer', { now, everything: true })).toMatchObject({ tookTooLong: true })
    expect(await search(ana, 'printer is:open', { now })).toMatchObject({ tookTooLong: true })
    expect(await glimpse(ana, 'printer', now)).toEqual({ tickets: [], customers: [], tookTooLong: true })
    expect(await queue(ana, filter, now)).toMatchObject({ missing: 'words', rows: [] })
    await expect(
      queueNews(ana, { known: [refid], changed: [refid] }, { filter, now, shown: usualColumns }),
    ).rejects.toMatchObject({ cause: { code: '57014' } })
    await expect(countMatching(ana, filter, now)).rejects.toMatchObject({ cause: { code: '57014' } })
    await expect(inTransaction((own) => allMatching(own, ana, filter, now))).rejects.toThrow('fewer or rarer')
    const csv = queueAsCsv(marcus, filter, now)
    await csv.next()
    await expect(csv.next()).rejects.toMatchObject({ name: 'AbortError' })
    expect(await ownTickets(carla, { q: 'printer' })).toMatchObject({ tookTooLong: true, tickets: [] })
  })
  expect(await search(ana, 'printer', { now })).toMatchObject({ tookTooLong: false, total: 1 })
})
