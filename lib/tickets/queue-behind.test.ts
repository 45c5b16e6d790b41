import { expect, test, vi } from 'vitest'
import { writeBehind } from '@/lib/analytics/behind'
import { TooMany } from '@/lib/errors'
import { agent, customer } from '@/lib/testing/people'
import { isSupervisor } from '@/lib/viewer'
import { exportQueue } from './export-queue'
import { file } from './file'
import { queue } from './queue'
import { usualColumns } from './queue-columns'
import { readQueueFilter } from './queue-filter'
import { queueNews } from './queue-news'

vi.mock('@/lib/analytics/fresh', () => ({ fresh: async () => false }))

test('while the numbers are computed anew, what stands behind one of them says so', async () => {
  const [sam, carla] = [await agent('Sam', 'supervisor'), await customer()]
  const { refid } = await file(carla, carla, { subject: 'Printer', description: 'Help', channel: 'portal' })
  const period = { from: '2020-01-01', to: '2100-01-01' }
  const filter = readQueueFilter({ behind: writeBehind({ what: 'created', period }) })
  const now = new Date()

  expect(await queue(sam, filter, now)).toEqual({
    ...{ rows: [], next: null, previous: null },
    missing: 'numbers',
  })
  const news = await queueNews(sam, { known: [refid], changed: null }, { filter, now, shown: usualColumns })
  expect(news.page).toBeNull()
  if (!isSupervisor(sam)) throw new Error('not a supervisor')
  const taken = exportQueue(sam, 'a session', filter, now)
  await expect(taken).rejects.toBeInstanceOf(TooMany)
  await expect(taken).rejects.toThrow('The numbers are being computed')
  expect((await queue(sam, readQueueFilter({}), now)).missing).toBeNull()
})
