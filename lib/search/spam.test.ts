import { expect, test } from 'vitest'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { markSpam, unmarkSpam } from '@/lib/tickets/mark-spam'
import { glimpse } from './glimpse'
import { search } from './search'

const now = new Date()
const ana = await agent()
const carla = await customer('Carla Clamour')
const filed = (subject: string) =>
  make().for(carla.id).subject(subject).description('Cheap wombats for everybody').create()
const [real, spam] = [await filed('Wombats escaped'), await filed('Wombats for sale')]
for (const { id } of [real, spam]) await assign(ana, { id, status: 'open', assigneeId: null }, ana)
await markSpam(ana, spam)

const ask = (text: string) => search(ana, text, { now })
const found = async (text: string) => (await ask(text)).tickets.map(({ refid }) => refid)
const glimpsed = async (text: string) =>
  (await glimpse(ana, text, now)).tickets.map(({ refid, spam }) => [refid, spam])

test.each([
  'wombats',
  'wombats cheap',
  'clamour',
  'is:open',
  'assignee:me',
  'assignee:me wombats',
  'assignee:me -printer',
  '-is:spam wombats',
  '-printer',
])('spam is not found by “%s”, and not counted', async (text) => {
  const { tickets, total, byStatus } = await ask(text)
  expect(tickets.map(({ refid, spam }) => [refid, spam])).toEqual([[real.refid, false]])
  expect([total, byStatus.open]).toEqual([1, 1])
})

test('spam is found where it is asked for, and said to be it', async () => {
  for (const text of ['is:spam', 'is:spam wombats', 'wombats is:spam is:open', 'is:spam -printer'])
    expect([text, await found(text)]).toEqual([text, [spam.refid]])
  expect(await found('is:spam is:closed')).toEqual([])
  expect(new Set(await found('is:open,spam wombats'))).toEqual(new Set([real.refid, spam.refid]))
  expect(await found('is:closed,spam wombats')).toEqual([spam.refid])
  expect((await ask('is:spam')).tickets).toMatchObject([{ spam: true }])
})

test('its reference finds it, marked; one with a slip does not lead there', async () => {
  expect((await ask(spam.refid)).tickets).toMatchObject([{ refid: spam.refid, spam: true }])
  const slip = `${spam.refid.slice(0, -1)}${spam.refid.endsWith('7') ? '8' : '7'}`
  expect((await ask(slip)).nearRefids).toEqual([])
})

test('while one types it is not among the tickets, unless its reference is complete', async () => {
  expect(await glimpsed('womb')).toEqual([[real.refid, false]])
  expect(await glimpsed('cheap wombats')).toEqual([[real.refid, false]])
  expect(await glimpsed(spam.refid.slice(0, -1))).toEqual([])
  expect(await glimpsed(spam.refid)).toEqual([[spam.refid, true]])
})

test('a customer has no spam among what is open, until it is none', async () => {
  const open = async () => (await ask('clamour')).customers.map(({ live }) => live)
  expect(await open()).toEqual([1])
  await unmarkSpam(ana, await ticketByRefid(spam.refid))
  expect(await open()).toEqual([2])
  expect(new Set(await found('wombats'))).toEqual(new Set([real.refid, spam.refid]))
})
