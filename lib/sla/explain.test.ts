import { expect, test } from 'vitest'
import type { Priority, Status } from '@/lib/tickets/ticket'
import { advance, type Happening, type Standing } from './advance'
import type { Hours } from './calendar'
import { type Clock, type Entry, nameOf, type Terms } from './clock'
import { explain } from './explain'
import type { NamedClock, NamedEntry } from './named-clock'
import type { Rules, SlaPolicy } from './sla-policy'
import type { Target } from './target'
import { stateOf, stateWords } from './words'

const office: Hours = {
  timeZone: 'Europe/Oslo',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  days: [
    { date: '2026-11-23', name: 'Founders’ Day' },
    { date: '2026-12-24', name: 'Christmas Eve', closed: [['12:00', '24:00']] },
  ],
}
const hoursOf = (version: number | null) => (version === null ? null : office)
const oslo = (local: string) => new Date(`${local}:00+01:00`)

const hour = 3600
const targets = (hours: number) => ({
  first_response: hours * hour,
  next_response: hours * hour,
  resolution: hours * hour,
})
const policy = (more: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: 1,
  name: 'Default',
  fallback: true,
  retired: false,
  conditions: {},
  targets: { low: targets(72), medium: targets(24), high: targets(8), urgent: targets(2) },
  calendarVersionId: 3,
  pausing: ['pending'],
  steps: [],
  ...more,
})

/** A ticket whose life is told step by step, as the verbs would keep its ledger. */
class Life {
  private clocks: readonly Clock[] = []
  private readonly entries: NamedEntry[] = []
  private ticket: Standing = {
    status: 'open',
    priority: 'high',
    categoryId: null,
    channel: 'portal',
    organizationId: null,
    teamId: null,
    tagIds: [],
    firstAnsweredAt: null,
    waitingSince: null,
  }
  constructor(private rules: Rules = { policies: [policy()], hoursOf }) {}

  filed(at: string, priority: Priority = 'high') {
    return this.next(at, { kind: 'filed', by: 'customer' }, { priority, waitingSince: oslo(at) })
  }
  wrote = (at: string) => this.next(at, { kind: 'wrote' })
  answered = (at: string, actor: string) =>
    this.next(at, { kind: 'answered' }, { firstAnsweredAt: oslo(at), waitingSince: null }, { actor })
  moved = (at: string, to: Status, actor = 'Ana') =>
    this.next(at, { kind: 'moved', to }, { status: to }, { actor })
  reopened = (at: string, actor: string) => this.next(at, { kind: 'reopened' }, { status: 'open' }, { actor })
  unresolved = (at: string, since: string, actor: string) =>
    this.next(at, { kind: 'unresolved', since: oslo(since) }, { status: 'open' }, { actor })
  unreopened = (at: string, actor: string) =>
    this.next(at, { kind: 'unreopened' }, { status: 'resolved' }, { actor })
  wasSpam(from: string, resolved: string, until: string) {
    const over = { status: 'resolved', resolvedAt: oslo(resolved) } as const
    this.next(from, { kind: 'set_aside' }, { aside: 'spam' })
    this.next(resolved, { kind: 'moved', to: 'resolved' }, { ...over, waitingSince: null })
    return this.next(until, { kind: 'taken_up', since: oslo(from) }, { aside: null })
  }
  became = (at: string, priority: Priority, actor: string | null) =>
    this.next(at, { kind: 'reconsidered', because: 'priority' }, { priority }, { actor, became: priority })
  promised(at: string, because: 'policy' | 'calendar', policy: SlaPolicy) {
    this.rules = { ...this.rules, policies: [policy] }
    return this.next(at, { kind: 'reconsidered', because }, {}, { actor: 'Admin' })
  }

  private next(
    at: string,
    happening: Happening,
    facts: Partial<Standing> = {},
    by: { readonly actor?: string | null; readonly became?: string } = {},
  ) {
    this.ticket = { ...this.ticket, ...facts }
    const { entries, clocks } = advance(this.clocks, this.ticket, happening, oslo(at), this.rules)
    this.clocks = clocks
    this.entries.push(...entries.map((entry) => this.named(entry, by)))
    return this
  }

  private named(
    entry: Entry,
    { actor = null, became }: { readonly actor?: string | null; readonly became?: string },
  ) {
    return {
      ...entry,
      actor: entry.kind === 'breached' ? null : actor,
      ...(became && { became }),
      ...(entry.terms && { names: this.names(entry.terms) }),
    }
  }

  private names = ({
    policyId,
    calendarVersionId: version,
  }: Pick<Terms, 'policyId' | 'calendarVersionId'>) => ({
    policy: this.rules.policies.find(({ id }) => id === policyId)?.name ?? 'Default',
    calendar: version === null ? null : { name: 'Office hours', version, timeZone: 'Europe/Oslo' },
  })

  clock(target: Target, instance = 1): NamedClock {
    const clock = this.clocks.find((one) => one.target === target && one.instance === instance)
    if (!clock) throw new Error(`No clock ${target} ${instance}`)
    const entries = this.entries.filter((entry) => nameOf(entry) === nameOf(clock))
    return { ...clock, ...this.names(clock), entries }
  }

  /** As it reads at a moment, in Oslo. */
  told(target: Target, now: string, { instance = 1, timeZone = 'Europe/Oslo' } = {}) {
    return explain(this.clock(target, instance), { timeZone, now: oslo(now), hoursOf }).sentences
  }
}

const aroundTheClock = { policies: [policy({ calendarVersionId: null })], hoursOf }

test('the whole story of a deadline: closing, weekend and holiday, a pause, a new priority', () => {
  const life = new Life()
    .filed('2026-11-20T16:50')
    .moved('2026-11-24T10:00', 'pending')
    .moved('2026-11-24T14:30', 'open')
    .became('2026-11-24T14:40', 'urgent', 'Ana')
  expect(life.told('resolution', '2026-11-24T14:45')).toEqual([
    'Started Fri 20 Nov, 16:50, when the ticket was filed. Target 8 h.',
    '10 min counted until closing.',
    'Weekend and 1 holiday (Founders’ Day) skipped.',
    'Paused Tue 24 Nov, 10:00 to 14:30 while waiting for the customer, 1 h 10 min of 2 h counted.',
    'Retargeted Tue 24 Nov, 14:40, 8 h → 2 h, when the priority became urgent (by Ana).',
    'Due Tue 24 Nov, 15:20.',
  ])
  expect(explain(life.clock('resolution'), { timeZone: 'UTC', now: new Date(), hoursOf }).calendar).toBe(
    'Office hours, version 3, Europe/Oslo',
  )
})

test('times are those of the reader, and another year is named', () => {
  const life = new Life(aroundTheClock).filed('2026-12-31T23:30')
  expect(life.told('first_response', '2026-12-31T23:31', { timeZone: 'America/New_York' })).toEqual([
    'Started Thu 31 Dec, 17:30, when the customer wrote. Target 8 h.',
    'Due Fri 1 Jan 2027, 01:30.',
  ])
})

test('what lies ahead is told as such: the weekend to come, and the days that count whole', () => {
  const life = new Life().filed('2026-11-26T16:00', 'medium')
  expect(life.told('first_response', '2026-11-26T16:05')).toEqual([
    'Started Thu 26 Nov, 16:00, when the customer wrote. Target 24 h.',
    '1 h count until closing.',
    'Weekend skipped.',
    '16 h count on Fri 27 Nov to Mon 30 Nov.',
    'Due Tue 1 Dec, 16:00.',
  ])
})

test('written at night, it counts from the morning', () => {
  const life = new Life().filed('2026-11-25T22:00', 'urgent')
  expect(life.told('first_response', '2026-11-26T09:05')).toEqual([
    'Started Wed 25 Nov, 22:00, when the customer wrote. Target 2 h.',
    'Closed then: counted from Thu 26 Nov, 09:00.',
    'Due Thu 26 Nov, 11:00.',
  ])
})

test('a shorter day is named', () => {
  expect(new Life().filed('2026-12-23T16:00').told('first_response', '2026-12-23T16:00')).toContain(
    '1 day (Christmas Eve) with other hours.',
  )
})

test('days that count are told before the closed ones behind them', () => {
  const life = new Life().filed('2026-11-25T21:26', 'medium')
  expect(life.told('resolution', '2026-11-25T22:00')).toEqual([
    'Started Wed 25 Nov, 21:26, when the ticket was filed. Target 24 h.',
    'Closed then: counted from Thu 26 Nov, 09:00.',
    '16 h count on Thu 26 Nov to Fri 27 Nov.',
    'Weekend skipped.',
    'Due Mon 30 Nov, 17:00.',
  ])
})

test('in open hours, what is left is open time as well', () => {
  const life = new Life().filed('2026-11-20T16:00').answered('2026-11-24T10:00', 'Ana')
  expect(life.told('first_response', '2026-11-24T12:00').at(-1)).toBe(
    'Met Tue 24 Nov, 10:00, 6 h of 8 h left: answered by Ana.',
  )
})

test.each([
  // In winter time; Oslo's days of 25 and of 23 hours lie in between.
  ['2026-10-24T19:00', 'Sat 24 Oct, 20:00', 'back 1 h on Sun 25 Oct', 'Tue 27 Oct, 19:00'],
  ['2026-03-28T20:00', 'Sat 28 Mar, 20:00', 'forward 1 h on Sun 29 Mar', 'Tue 31 Mar, 21:00'],
])('around the clock, a change of the clocks on the wall is told: from %s', (filed, started, change, due) => {
  const life = new Life(aroundTheClock).filed(filed, 'low')
  expect(life.told('resolution', filed)).toEqual([
    `Started ${started}, when the ticket was filed. Target 3 d.`,
    `The clocks went ${change}.`,
    `Due ${due}.`,
  ])
})

test('met early tells by whom; around the clock nothing is skipped', () => {
  const life = new Life(aroundTheClock).filed('2026-11-21T12:00').answered('2026-11-21T18:50', 'Ana')
  expect(life.told('first_response', '2026-11-30T12:00')).toEqual([
    'Started Sat 21 Nov, 12:00, when the customer wrote. Target 8 h.',
    'Met Sat 21 Nov, 18:50, 1 h 10 min early: answered by Ana.',
  ])
  expect(stateWords(life.clock('first_response'), oslo('2026-11-30T12:00'))).toBe('met')
})

test('late is told from the deadline on, to the second', () => {
  const life = new Life(aroundTheClock).filed('2026-11-20T12:00', 'urgent').wrote('2026-11-20T14:30')
  const clock = life.clock('first_response')
  expect(stateOf(clock, oslo('2026-11-20T14:31'))).toBe('breached')
  expect(life.told('first_response', '2026-11-20T14:31').at(-1)).toBe(
    'Breached Fri 20 Nov, 14:00, not answered by then.',
  )
  life.answered('2026-11-20T14:42', 'Bo')
  expect(life.told('first_response', '2026-11-20T15:00').at(-1)).toBe(
    'Answered Fri 20 Nov, 14:42 by Bo, 42 min late.',
  )
  expect(stateWords(life.clock('first_response'), oslo('2026-11-30T12:00'))).toBe('42 min late')
})

test('a clock that stands still says what is left of it', () => {
  const life = new Life().filed('2026-11-24T09:00').moved('2026-11-24T10:30', 'pending')
  expect(life.told('resolution', '2026-11-26T09:00').at(-1)).toBe(
    'Paused since Tue 24 Nov, 10:30 while waiting for the customer, 1 h 30 min of 8 h counted.',
  )
  expect(stateOf(life.clock('resolution'), oslo('2026-11-26T09:00'))).toBe('paused')
  life.moved('2026-11-26T09:00', 'resolved')
  expect(life.told('resolution', '2026-11-26T09:00').slice(-2)).toEqual([
    'Paused Tue 24 Nov, 10:30 while waiting for the customer, 1 h 30 min of 8 h counted.',
    'Met Thu 26 Nov, 09:00, 6 h 30 min of 8 h left: resolved by Ana.',
  ])
})

test('a new target that is over already: the retarget comes before its breach', () => {
  const life = new Life(aroundTheClock).filed('2026-11-20T08:30').became('2026-11-20T12:00', 'urgent', 'Ana')
  expect(life.told('resolution', '2026-11-20T12:30')).toEqual([
    'Started Fri 20 Nov, 08:30, when the ticket was filed. Target 8 h.',
    'Retargeted Fri 20 Nov, 12:00, 8 h → 2 h, when the priority became urgent (by Ana).',
    'Breached at once: so it was due Fri 20 Nov, 10:30, not resolved by then.',
  ])
})

test('resolved without an answer keeps no promise', () => {
  const life = new Life(aroundTheClock).filed('2026-11-20T08:30').moved('2026-11-20T09:00', 'resolved')
  expect(life.told('first_response', '2026-11-20T12:30').at(-1)).toBe(
    'Ended Fri 20 Nov, 09:00 without a promise kept: resolved without an answer (by Ana).',
  )
  expect(life.told('resolution', '2026-11-20T12:30').at(-1)).toBe(
    'Met Fri 20 Nov, 09:00, 7 h 30 min early: resolved by Ana.',
  )
})

test('reopened, it is promised once more, and the first time stays as it was', () => {
  const life = new Life(aroundTheClock)
    .filed('2026-11-20T08:00')
    .moved('2026-11-20T17:00', 'resolved')
    .reopened('2026-11-21T08:00', 'Maria')
  expect(life.told('resolution', '2026-11-21T09:00').at(-1)).toBe(
    'Resolved Fri 20 Nov, 17:00 by Ana, 1 h late.',
  )
  expect(life.told('resolution', '2026-11-21T09:00', { instance: 2 })).toEqual([
    'Started Sat 21 Nov, 08:00, when the ticket was reopened (by Maria). Target 8 h.',
    'Due Sat 21 Nov, 16:00.',
  ])
})

test('a resolution that was taken back is told, in time as it was, though it is late now', () => {
  const life = new Life(aroundTheClock)
    .filed('2026-11-20T08:00')
    .moved('2026-11-20T15:00', 'resolved')
    .unresolved('2026-11-20T17:00', '2026-11-20T15:00', 'Ana')
    .moved('2026-11-20T18:00', 'resolved')
  expect(life.told('resolution', '2026-11-20T19:00').slice(1)).toEqual([
    'Met Fri 20 Nov, 15:00, 1 h early: resolved by Ana.',
    'Goes on since Fri 20 Nov, 17:00, as if it had never ended: the resolution was taken back (by Ana).',
    'Breached Fri 20 Nov, 16:00, not resolved by then.',
    'Resolved Fri 20 Nov, 18:00 by Ana, 2 h late.',
  ])
})

test('a reopening that was taken back is told as the end of what it promised', () => {
  const life = new Life(aroundTheClock)
    .filed('2026-11-20T08:00')
    .moved('2026-11-20T15:00', 'resolved')
    .reopened('2026-11-20T16:00', 'Ana')
    .unreopened('2026-11-20T16:10', 'Ana')
  expect(life.told('resolution', '2026-11-20T19:00', { instance: 2 }).at(-1)).toBe(
    'Ended Fri 20 Nov, 16:10: not promised any more since the reopening was taken back (by Ana).',
  )
})

test('another policy, another calendar and other pauses are told by name', () => {
  const life = new Life(aroundTheClock).filed('2026-11-24T09:30', 'low')
  life.promised(
    '2026-11-24T09:40',
    'policy',
    policy({ id: 2, name: 'Gold', pausing: ['pending', 'on_hold'] }),
  )
  expect(life.told('resolution', '2026-11-24T09:50')[1]).toBe(
    'Retargeted Tue 24 Nov, 09:40, to Office hours, version 3, Europe/Oslo, to the policy “Gold”, with pauses while pending and on hold, when the policies changed (by Admin).',
  )
  const low = { low: {}, medium: {}, high: {}, urgent: {} }
  life.promised('2026-11-24T10:00', 'policy', policy({ targets: low }))
  expect(life.told('resolution', '2026-11-24T10:30').at(-1)).toBe(
    'Ended Tue 24 Nov, 10:00: not promised any more since the policies changed (by Admin).',
  )
})

test('warnings and escalations are part of the story', () => {
  const life = new Life(aroundTheClock).filed('2026-11-24T08:00', 'urgent')
  const clock = life.clock('first_response')
  const more = (kind: 'at_risk' | 'escalated', at: string, reason: string): NamedEntry => ({
    ...{ target: 'first_response', instance: 1, kind, at: oslo(at), reason, dueAt: null, actor: null },
    notified: kind === 'escalated' ? ['Bo', 'Cy'] : [],
  })
  const entries = [
    ...clock.entries,
    more('escalated', '2026-11-24T09:00', 'urgent_escalation'),
    more('at_risk', '2026-11-24T09:30', 'deadline'),
    {
      ...more('escalated', '2026-11-24T09:35', 'too_late'),
      recordedAt: oslo('2026-11-24T09:38'),
      notified: [],
    },
    {
      ...more('escalated', '2026-11-24T09:36', 'next_day'),
      recordedAt: oslo('2026-11-25T07:00'),
      notified: [],
    },
  ]
  const now = oslo('2026-11-24T09:40')
  expect(explain({ ...clock, entries }, { timeZone: 'Europe/Oslo', now, hoursOf })).toEqual({
    sentences: [
      'Started Tue 24 Nov, 08:00, when the customer wrote. Target 2 h.',
      'Escalated Tue 24 Nov, 09:00: urgent escalation, told Bo and Cy.',
      'At risk from Tue 24 Nov, 09:30.',
      'Escalated Tue 24 Nov, 09:35 (done 09:38): too late.',
      'Escalated Tue 24 Nov, 09:36 (done Wed 25 Nov, 07:00): next day.',
      'Due Tue 24 Nov, 10:00.',
    ],
    calendar: '24×7',
  })
  expect(stateWords(clock, now)).toBe('at risk, due in 20 min')
})

test('what nobody answered before it was resolved as spam ended with the resolution', () => {
  const life = new Life(aroundTheClock).filed('2026-11-24T09:00')
  life.wasSpam('2026-11-24T09:10', '2026-11-24T09:20', '2026-11-24T09:30')
  expect(life.told('first_response', '2026-11-24T10:00').at(-1)).toBe(
    'Ended Tue 24 Nov, 09:20 without a promise kept: resolved without an answer.',
  )
})
