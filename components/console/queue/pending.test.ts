import { expect, test } from 'vitest'
import { liveStatuses, type Status } from '@/lib/tickets/ticket'
import type { QueueLine } from './line'
import { afterList, type Pending, type PendingChange, withMade, without, withPending } from './pending'

const line = (refid: string): QueueLine => ({
  refid,
  subject: `About ${refid}`,
  preview: '',
  status: 'open',
  priority: 'medium',
  customer: 'Maria',
  assignee: null,
  category: null,
  updatedAt: '2026-01-01T12:00:00.000Z',
})

const list = ['one', 'two', 'three'].map(line)

const resolve = (refid: string): PendingChange => ({ refid, shown: { status: 'resolved' } })
const urgent: PendingChange = { refid: 'two', shown: { priority: 'urgent' } }
const low: PendingChange = { refid: 'two', shown: { priority: 'low' } }

const shown = (pending: Pending, statuses: readonly Status[] = liveStatuses) =>
  withPending(list, pending, statuses)
const refids = (pending: Pending, statuses?: readonly Status[]) =>
  shown(pending, statuses).map(({ refid }) => refid)
const second = (pending: Pending) => shown(pending).find(({ refid }) => refid === 'two')

test('a row shows what is asked for, and the others stay as they are', () => {
  const mine: PendingChange = { refid: 'two', shown: { assignee: 'Ana' } }
  expect(shown([urgent, mine])).toEqual([
    line('one'),
    { ...line('two'), priority: 'urgent', assignee: 'Ana' },
    line('three'),
  ])
})

test('a row leaves a list that does not ask for its status, and stays in one that does', () => {
  expect(refids([resolve('two')])).toEqual(['one', 'three'])
  expect(refids([resolve('two')], ['open', 'resolved'])).toEqual(['one', 'two', 'three'])
  expect(refids([{ refid: 'two', shown: { status: 'pending' } }])).toEqual(['one', 'two', 'three'])
})

test('what is refused comes back to its place, and what was asked for beside it goes on', () => {
  const [one, two] = [resolve('one'), resolve('two')]
  expect(refids(without([one, two], two))).toEqual(['two', 'three'])
  expect(second(without([urgent, low], low))?.priority).toBe('urgent')
  expect(second(without([urgent, low], urgent))?.priority).toBe('low')
})

test('what is made is shown until a list has arrived, and what is under way longer', () => {
  const [one, two] = [resolve('one'), resolve('two')]
  const made = withMade([one, two], one)
  expect(refids(made)).toEqual(['three'])
  expect(afterList(made)).toEqual([two])
  expect(afterList(withMade(afterList(made), two))).toEqual([])
})

test('of two changes of one thing the later one is shown, in whatever order the answers come', () => {
  const first = afterList(withMade([urgent, low], urgent))
  expect(second(first)?.priority).toBe('low')
  expect(afterList(withMade(first, low))).toEqual([])
  const last = afterList(withMade([urgent, low], low))
  expect(last).toEqual([])
  expect(withMade(last, urgent)).toEqual([])
})
