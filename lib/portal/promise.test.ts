import { expect, test } from 'vitest'
import type { Target } from '@/lib/sla/target'
import type { Status } from '@/lib/tickets/ticket'
import { type Aim, aimOf, hoursInWords, promiseOf, usualOf, zoneInWords } from './promise'

const now = new Date('2026-11-23T12:00:00Z')
const earlier = new Date('2026-11-23T11:59:59Z')
const later = new Date('2026-11-23T12:00:01Z')

/** Of one category: each priority with its own target. */
const aims = ({ category = null, ...aim }: Partial<Aim> = {}): Aim[] =>
  (['low', 'medium', 'high', 'urgent'] as const).map((priority, place) => ({
    category,
    priority,
    firstResponse: null,
    resolution: [72, 24, 8, 2].map((hours) => hours * 3600)[place] ?? null,
    business: false,
    ...aim,
  }))

test('each impact tells the aim of its priority', () => {
  expect(aimOf('blocked', '', aims())).toBe('We aim to solve this within 8 hours')
  expect(aimOf('broken', '', aims())).toBe('We aim to solve this within 24 hours')
  expect(aimOf('question', undefined, aims())).toBe('We aim to solve this within 3 days')
})

test('the answer comes before the solution, and business hours are called so', () => {
  expect(aimOf('blocked', '', aims({ firstResponse: 1800 }))).toBe('We aim to answer within 30 minutes')
  expect(aimOf('question', '', aims({ business: true }))).toBe(
    'We aim to solve this within 72 business hours',
  )
  expect(aimOf('question', '', [])).toBeUndefined()
})

test('an impact tells what its category promises, and before one is chosen what all of them do', () => {
  const [billing, printing] = [
    aims({ category: 'billing', firstResponse: 4 * 3600 }),
    aims({ category: 'printing', firstResponse: 8 * 3600 }),
  ]
  const all = [...aims({ firstResponse: 99 * 3600 }), ...billing, ...printing]
  expect(aimOf('broken', 'billing', all)).toBe('We aim to answer within 4 hours')
  expect(aimOf('broken', 'printing', all)).toBe('We aim to answer within 8 hours')
  expect(aimOf('broken', undefined, all)).toBe('We aim to answer within 8 hours')
  expect(aimOf('broken', 'gone', all)).toBeUndefined()

  for (const other of [
    aims({ category: 'other', firstResponse: 3600, business: true }),
    aims({ category: 'other' }),
    aims({ category: 'other', resolution: null }),
  ])
    expect(aimOf('broken', undefined, [...all, ...other])).toBeUndefined()
})

test('a category tells within what its answers usually come, whatever the impact', () => {
  const usual = (aim: Partial<Aim>) => usualOf('billing', aims({ category: 'billing', ...aim }))
  expect(usual({ firstResponse: 8 * 3600, business: true })).toBe('Usually answered within 8 business hours')
  expect(usual({})).toBe('Usually solved within 3 days')
  expect(usual({ resolution: null })).toBeUndefined()
  expect(usualOf('printing', aims({ category: 'billing' }))).toBeUndefined()

  const hours = { low: 16, medium: 8, high: 1, urgent: 0.5 }
  const graded = aims({ category: 'billing' }).map((aim) => ({
    ...aim,
    firstResponse: hours[aim.priority] * 3600,
    business: true,
  }))
  expect(usualOf('billing', graded)).toBe('Usually answered within 16 business hours')
  const blockedAtNight = graded.map((aim) => ({ ...aim, business: aim.priority !== 'high' }))
  expect(usualOf('billing', blockedAtNight)).toBe('Usually answered within 16 business hours')
  const questionsByClock = graded.map((aim) => ({ ...aim, business: aim.priority !== 'low' }))
  expect(usualOf('billing', questionsByClock)).toBe('Usually answered within 8 business hours or 16 hours')
  const questionsAreSolved = graded.map((aim) => ({
    ...aim,
    ...(aim.priority === 'low' && { firstResponse: null }),
  }))
  expect(usualOf('billing', questionsAreSolved)).toBeUndefined()
})

test.each([
  [0.001, '1 minute'],
  [0.5, '30 minutes'],
  [1, '1 hour'],
  [1.5, '1.5 hours'],
  [24, '24 hours'],
  [48, '2 days'],
  [60, '60 hours'],
  [72, '3 days'],
])('%d hours are "%s"', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})

const standing = (status: Status, dueAt: Date | null, dueFor: Target | null = 'resolution') =>
  promiseOf({ status, dueAt, dueFor }, now)

test('a promise lies ahead until its moment has passed', () => {
  expect(standing('open', later)).toEqual({ promise: 'solution', is: 'ahead', dueAt: later })
  expect(standing('open', now)?.is).toBe('ahead')
  expect(standing('open', earlier)?.is).toBe('late')
  expect(standing('on_hold', earlier)?.is).toBe('late')
})

test('what is due next is what is promised: an answer, the first as well as the next, or a solution', () => {
  expect(standing('open', later, 'first_response')?.promise).toBe('answer')
  expect(standing('open', earlier, 'next_response')).toEqual({
    promise: 'answer',
    is: 'late',
    dueAt: earlier,
  })
  expect(standing('open', later, 'resolution')?.promise).toBe('solution')
})

test('nothing is promised for what is over, and no solution while the customer is asked', () => {
  expect(standing('resolved', later)).toBeNull()
  expect(standing('closed', earlier)).toBeNull()
  expect(standing('open', null, null)).toBeNull()
  expect(standing('pending', null, null)).toBeNull()
  expect(standing('pending', earlier)).toBeNull()
  expect(standing('pending', later)).toBeNull()
})

test('an answer is owed also while we wait for something else', () => {
  expect(standing('pending', earlier, 'first_response')?.is).toBe('late')
})

test.each([
  ['Europe/Oslo', 'Oslo time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
  ['UTC', 'UTC'],
  ['Etc/GMT+3', 'GMT+3'],
])('a time in %s is on "%s"', (zone, words) => {
  expect(zoneInWords(zone)).toBe(words)
})
