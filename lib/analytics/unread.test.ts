import { and, asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { at } from '@/lib/clock'
import { configCategory } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { conditions } from '@/lib/tickets/queue-conditions'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { resolve } from '@/lib/tickets/resolve'
import { backlogAt } from './backlog'
import { writeBehind } from './behind'
import { fresh } from './fresh'
import { atOneMoment } from './one-moment'
import { readScope } from './scope'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const day = daysAgo(2).toISOString().slice(0, 10)

test('what happens between folding and reading moves neither an earlier backlog nor its tickets', async () => {
  const [ana, carla] = [await agent('Ana', 'supervisor'), await customer()]
  const [printers, others] = [
    await configCategory().name('Printers').create(),
    await configCategory().name('Others').create(),
  ]
  const filed = async (days: number) => {
    const { refid } = await at(daysAgo(days), () =>
      file(carla, carla, {
        ...{ subject: 'Printer', description: 'Help', channel: 'portal', category: printers.slug },
      }),
    )
    await at(daysAgo(days), async () => assign(ana, await ticketByRefid(refid), ana))
    return ticketByRefid(refid)
  }
  const [one, two, three] = [await filed(5), await filed(4), await filed(3)]
  await fresh()

  const backlogs = async () => {
    const counted = async (asked: Record<string, string>) =>
      (await atOneMoment(() => backlogAt(readScope(asked, day), [day])))[0]
    const behind = writeBehind({ what: 'backlog', period: { from: day, to: day } })
    const filter = readQueueFilter({ behind })
    const rows = await db
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(...conditions(ana, filter, new Date())))
      .orderBy(asc(tickets.id))
    return {
      ofCategory: await counted({ category: printers.slug }),
      ofAgent: await counted({ agent: ana.email }),
      tickets: rows.map(({ id }) => id),
    }
  }
  const before = { ofCategory: 3, ofAgent: 3, tickets: [one.id, two.id, three.id] }
  expect(await backlogs()).toEqual(before)

  await resolve(ana, one)
  expect(await backlogs()).toEqual(before)
  await filed(0)
  expect(await backlogs()).toEqual(before)
  await categorize(ana, two, others.slug)
  expect(await backlogs()).toEqual(before)

  await fresh()
  expect(await backlogs()).toEqual({ ...before, ofCategory: 2 })
})
