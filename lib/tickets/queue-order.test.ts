import { expect, test } from 'vitest'
import { make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { assign } from './assign'
import { file } from './file'
import { handOver } from './hand-over'
import { ticketByRefid } from './lists'
import { move } from './move'
import { queue } from './queue'
import { readQueueFilter } from './queue-filter'
import { queueSorts } from './queue-sorts'

test('pages lead through groups and texts that many tickets share, also of what nobody has', async () => {
  const ana = await agent('Ana Queue')
  const [bo, twin] = [await agent('Émile Order'), await agent('Ana Queue')]
  const [zoe, other] = [await customer('Zoë Order'), await customer('zoë order')]
  const team = await createTeam(system, { name: 'Order', members: [bo.email] })
  const made: string[] = []
  for (let nth = 0; nth < 64; nth += 1) {
    const subject = ['Ähnlich', 'ahnlich', 'Zebra ~ 100 %', '🦓'.repeat(70)][nth % 4] ?? ''
    const { refid } = await file(ana, nth % 2 ? zoe : other, {
      subject,
      description: 'Order',
      channel: 'agent',
    })
    const ticket = await ticketByRefid(refid)
    if (nth % 3) await assign(ana, ticket, nth % 3 === 1 ? bo : twin)
    if (nth % 5 === 0) await handOver(ana, await ticketByRefid(refid), team.uid)
    if (nth % 4 === 1) await move(ana, ticket, nth % 8 === 1 ? 'pending' : 'on_hold')
    made.push(refid)
  }
  for (const sort of queueSorts)
    for (const dir of ['asc', 'desc']) {
      const forwards: string[] = []
      let page = await queue(ana, readQueueFilter({ sort, dir, q: 'order' }), new Date())
      const first = page.rows
      for (;;) {
        forwards.push(...page.rows.map(({ refid }) => refid))
        if (!page.next) break
        page = await queue(ana, readQueueFilter({ sort, dir, q: 'order', after: page.next }), new Date())
      }
      expect(forwards.toSorted(), `${sort} ${dir}`).toEqual(made.toSorted())
      while (page.previous)
        page = await queue(ana, readQueueFilter({ sort, dir, q: 'order', before: page.previous }), new Date())
      expect(page.rows, `${sort} ${dir}`).toEqual(first)
    }
})

test('names stand in the order of the alphabet, and those of nobody behind them', async () => {
  const ana = await agent()
  const people = await Promise.all(
    ['Zoë', 'Åse', 'Bo', 'ana', 'Émile'].map((name) => customer(`${name} Abc`)),
  )
  for (const { id } of people) await make().for(id).subject('Alphabet').description('Alphabet').create()
  const found = async (params: Record<string, string>) =>
    (await queue(ana, readQueueFilter({ q: 'alphabet', ...params }), new Date())).rows
  const names = (await found({ sort: 'customer', dir: 'asc' })).map(({ customer }) => customer)
  expect(names).toEqual(['ana Abc', 'Åse Abc', 'Bo Abc', 'Émile Abc', 'Zoë Abc'])
  const [first] = await found({})
  await assign(ana, await ticketByRefid(first?.refid ?? ''), ana)
  expect((await found({ sort: 'assignee', dir: 'asc' }))[0]?.refid).toBe(first?.refid)
  expect((await found({ sort: 'assignee', dir: 'desc' })).at(-1)?.refid).toBe(first?.refid)
})
