import { beforeAll, expect, test } from 'vitest'
import { agentPerformance, dashboard, responseTimes } from '@/lib/analytics/find'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { rate } from '@/lib/ratings/rate'
import { assign, make, reply, resolve } from '@/lib/support'
import { move } from '@/lib/tickets/move'
import { type Customer, isAgent, isCustomer, system } from '@/lib/viewer'

const start = Date.parse('2026-02-02T08:00:00Z')
const after = <Result>(hours: number, work: () => Promise<Result>) =>
  at(new Date(start + hours * 3_600_000), work)

async function customer(name: string): Promise<Customer> {
  const added = await addPerson(system, { name, email: `${name}@acme.test`, role: 'customer' })
  if (!isCustomer(added)) throw new Error(`${name} is no customer`)
  return added
}

async function agent(name: string) {
  const added = await addPerson(system, { name, email: `${name}@desk.test`, role: 'agent' })
  if (!isAgent(added)) throw new Error(`${name} is no agent`)
  return added
}

beforeAll(async () => {
  const [ana, ben, kim, lee] = [
    await customer('Ana'),
    await customer('Ben'),
    await agent('Kim'),
    await agent('Lee'),
  ]
  const filed = (by: Customer) => make().for(by.id).subject('It is broken').description('Help').create()

  // Noted after 1 h, put on hold after 2, answered after 4, resolved after 10; reopened, answered, resolved after 40.
  const reopened = await after(0, () => filed(ana))
  await after(0, () => assign(reopened, kim.id))
  await after(1, () => reply(reopened, kim.id, 'Looks like the router', true))
  await after(2, () => move(kim, reopened, 'on_hold'))
  await after(4, () => reply(reopened, kim.id, 'We are on it'))
  const once = await after(10, () => resolve(reopened))
  const back = await after(20, () => once.reopen())
  await after(30, () => reply(back, kim.id, 'Once more'))
  await after(40, () => resolve(back))

  // Answered after 2 h and resolved after 20; given to somebody else afterwards.
  const kept = await after(0, () => filed(ben))
  await after(0, () => assign(kept, kim.id))
  await after(2, () => reply(kept, kim.id, 'Try this'))
  const done = await after(20, () => resolve(kept))
  await after(21, () => rate(ben, done, { score: 5, comment: '' }))
  await after(22, () => assign(done, lee.id))

  // Only noted and moved, and only answered by the customer.
  const silent = await after(0, () => filed(ana))
  await after(1, () => reply(silent, lee.id, 'Who takes this?', true))
  await after(2, () => move(lee, silent, 'pending'))
  await after(3, () => reply(silent, ana.id, 'Anybody there?'))
})

test('the first response is an agent’s first reply: no note, no change of status, no later reply', async () => {
  expect((await responseTimes()).avgFirstResponse).toBe(3)
  expect((await dashboard()).avgFirstResponse).toBe(3)
})

test('a resolution takes until the last one', async () => {
  expect((await responseTimes()).avgResolution).toBe(30)
})

test('a reopened ticket is no success, even when it is resolved again; one never resolved does not count', async () => {
  expect(await dashboard()).toMatchObject({ totalOpen: 1, totalResolved: 2, successRate: 50 })
})

test('a resolution and its rating belong to whoever had the ticket then', async () => {
  expect(await agentPerformance(10)).toEqual([{ agentName: 'Kim', ticketsResolved: 2, avgRating: 5 }])
})
