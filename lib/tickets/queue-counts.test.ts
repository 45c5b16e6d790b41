import { beforeAll, expect, test } from 'vitest'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { addPerson } from '@/lib/people/add-person'
import { type Agent, isAgent, system } from '@/lib/viewer'
import { claim } from './claim'
import { file } from './file'
import { queueCounts } from './queue-counts'
import { readQueueFilter } from './queue-filter'
import { resolve } from './resolve'
import type { Priority } from './ticket'
import { queueViews, viewOf } from './views'

const hours = (count: number) => new Date(Date.now() - count * 3_600_000)

let ana: Agent
let ben: Agent
let customer: { readonly id: number }

const agent = async (name: string, email: string) => {
  const person = await addPerson(system, { name, email, role: 'agent' })
  if (!isAgent(person)) throw new Error('Not an agent')
  return person
}

const fileAt = (filed: Date, priority: Priority) =>
  at(filed, () =>
    file(ana, customer, { subject: 'It broke', description: 'Help', priority, channel: 'portal' }),
  )

beforeAll(async () => {
  ana = await agent('Ana Ferreira', 'ana@example.test')
  ben = await agent('Ben Okoro', 'ben@example.test')
  customer = await addPerson(system, { name: 'Cleo Marsh', email: 'cleo@example.test', role: 'customer' })
})

test('an agent sees how many tickets wait in each view', async () => {
  const late = await fileAt(hours(5), 'urgent')
  const soon = await fileAt(hours(7.9), 'high')
  const answered = await fileAt(hours(1), 'medium')
  const done = await fileAt(hours(1), 'low')
  await claim(ana, { ...late, status: 'open' })
  await claim(ben, { ...soon, status: 'open' })
  await answer(ben, answered, { body: 'Try again, please', channel: 'agent' }, 'pending')
  await note(ana, late, { body: 'A note answers nobody', channel: 'agent' })
  await resolve(ana, { ...done, status: 'open' })

  expect(await queueCounts(ana, new Date())).toEqual({
    mine: 1,
    unassigned: 1,
    'first-reply': 2,
    waiting: 2,
    'at-risk': 1,
    breached: 1,
    open: 3,
  })
  expect(await queueCounts(ben, new Date())).toMatchObject({ mine: 1 })
})

test('a count stops at a hundred', async () => {
  for (let filed = 0; filed < 105; filed++) await fileAt(hours(1), 'low')
  expect(await queueCounts(ana, new Date())).toMatchObject({ open: 100, unassigned: 100, mine: 1 })
})

test('a filtered queue is recognised as the view that it is', () => {
  for (const view of queueViews)
    expect(viewOf({ ...readQueueFilter({}), ...view.asks, ...view.order })?.id).toBe(view.id)
  expect(viewOf(readQueueFilter({ assignee: 'me', sort: 'due', dir: 'asc' }))?.id).toBe('mine')
  expect(viewOf(readQueueFilter({ assignee: 'me', priority: 'urgent' }))).toBeUndefined()
  expect(viewOf(readQueueFilter({ q: 'invoice' }))).toBeUndefined()
})
