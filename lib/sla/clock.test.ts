import { describe, expect, test } from 'vitest'
import type { Hours } from './calendar'
import { ahead, applied, type Clock, type Entry, lastMomentOf, stepAt } from './clock'
import type { Step } from './sla-policy'

const [hour, minute] = [3600, 60]
const monday = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const office: Hours = {
  timeZone: 'UTC',
  weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
  days: [],
}
const hoursOf = (version: number | null) => (version === null ? null : office)
type Told = Partial<Omit<Entry, 'dueAt'>> & Pick<Entry, 'kind' | 'at'>

const begun = (seconds: number, start = monday('09:00'), calendarVersionId: number | null = null) => {
  const terms = { policyId: 1, calendarVersionId, seconds, pausing: ['pending' as const] }
  return told(undefined, { kind: 'started', at: start, terms })
}
const told = (clock: Clock | undefined, ...entries: readonly Told[]) => {
  const last = entries.reduce<Clock | undefined>(
    (one, entry) => applied(one, { target: 'resolution', instance: 1, reason: 'because', ...entry }, hoursOf),
    clock,
  )
  if (!last) throw new Error('Nothing was told')
  return last
}
const step = (when: Step['when'], more: Partial<Step> = {}): Step => ({
  key: 'call',
  target: 'resolution',
  when,
  actions: [],
  ...more,
})
const coming = (clock: Clock, steps: readonly Step[] = [], priority: 'low' | 'urgent' = 'urgent') =>
  ahead(clock, { steps, priority, hoursOf }).map(({ kind, at }) => [kind, at] as const)

describe('at risk', () => {
  test.each([
    ['a fifth of what is long', 10 * hour, monday('17:00')],
    ['half an hour of what is short', hour, monday('09:30')],
    ['two and a half hours: both are the same', 2.5 * hour, monday('11:00')],
    ['at once, what is due within half an hour', 20 * minute, monday('09:00')],
  ])('%s is left', (_, seconds, riskAt) => {
    expect(begun(seconds).riskAt).toEqual(riskAt)
  })

  test('is counted in business time', () => {
    // Eight hours from 13:00 end on Tuesday at 13:00; a fifth is 96 minutes.
    expect(begun(8 * hour, monday('13:00'), 1)).toMatchObject({
      riskAt: new Date('2026-03-03T11:24:00Z'),
      dueAt: new Date('2026-03-03T13:00:00Z'),
    })
  })
})

test('a pause stops what is due and at risk, and going on moves both by as much', () => {
  const paused = told(begun(5 * hour), { kind: 'paused', at: monday('10:00') })
  expect(paused).toMatchObject({ dueAt: null, riskAt: null })
  expect(told(paused, { kind: 'resumed', at: monday('12:00') })).toMatchObject({
    riskAt: monday('15:00'),
    dueAt: monday('16:00'),
  })
})

test('another target counts from the start and keeps the pauses', () => {
  const clock = told(
    begun(5 * hour),
    { kind: 'paused', at: monday('10:00') },
    { kind: 'resumed', at: monday('12:00') },
  )
  const terms = { policyId: 2, calendarVersionId: null, seconds: 2 * hour, pausing: [] }
  expect(told(clock, { kind: 'retargeted', at: monday('12:30'), terms })).toMatchObject({
    policyId: 2,
    startedAt: monday('09:00'),
    dueAt: monday('13:00'),
  })
})

test('a breach fixes the deadline for good', () => {
  const clock = told(
    begun(hour),
    { kind: 'breached', at: monday('10:00') },
    { kind: 'paused', at: monday('11:00') },
    { kind: 'resumed', at: monday('12:00') },
  )
  expect(clock).toMatchObject({ breachedAt: monday('10:00'), dueAt: monday('10:00') })
})

test('what has ended is due no more', () => {
  expect(told(begun(hour), { kind: 'met', at: monday('09:10') })).toMatchObject({
    dueAt: null,
    riskAt: null,
    endedAt: monday('09:10'),
    outcome: 'met',
  })
})

test('a ledger that does not begin at the beginning is a bug, and says so', () => {
  expect(() => told(undefined, { kind: 'paused', at: monday('09:00') })).toThrow('begins with paused')
  expect(() => told(undefined, { kind: 'started', at: monday('09:00') })).toThrow('without terms')
})

describe('a step', () => {
  test.each([
    ['at half of the target', { share: 0.5 }, monday('11:00')],
    ['at all of it', { share: 1 }, monday('13:00')],
    ['before the deadline', { minutes: -30 }, monday('12:30')],
    ['after it', { minutes: 90 }, monday('14:30')],
    ['never before the start', { minutes: -600 }, monday('09:00')],
  ] as const)('%s', (_, when, at) => {
    expect(stepAt(begun(4 * hour), step(when), hoursOf)).toEqual(at)
  })

  test('waits while the clock stands still', () => {
    const paused = told(begun(4 * hour), { kind: 'paused', at: monday('10:00') })
    expect(stepAt(paused, step({ minutes: -30 }), hoursOf)).toBeNull()
    expect(stepAt(paused, step({ share: 0.5 }), hoursOf)).toBeNull()
    // An hour of the four has passed before the pause.
    expect(stepAt(paused, step({ share: 0.2 }), hoursOf)).toEqual(monday('09:48'))
  })

  test('of a breach counts from the breach, however long it stands still afterwards', () => {
    const breached = told(
      begun(hour),
      { kind: 'breached', at: monday('10:00') },
      { kind: 'paused', at: monday('10:20') },
    )
    expect(stepAt(breached, step({ minutes: 60 }), hoursOf)).toEqual(monday('11:00'))
  })

  test('in business time has its share of business time', () => {
    const clock = begun(8 * hour, monday('13:00'), 1)
    expect(stepAt(clock, step({ share: 0.75 }), hoursOf)).toEqual(new Date('2026-03-03T11:00:00Z'))
  })
})

describe('what is still ahead', () => {
  test('comes in the order of its moments', () => {
    expect(coming(begun(5 * hour), [step({ minutes: 10 }), step({ share: 0.1 }, { key: 'early' })])).toEqual([
      ['escalated', monday('09:30')],
      ['at_risk', monday('13:00')],
      ['breached', monday('14:00')],
      ['escalated', monday('14:10')],
    ])
  })

  test('does not come twice', () => {
    const clock = told(
      begun(5 * hour),
      { kind: 'at_risk', at: monday('13:00') },
      { kind: 'breached', at: monday('14:00') },
      { kind: 'escalated', at: monday('14:10'), reason: 'call' },
    )
    expect(coming(clock, [step({ minutes: 10 })])).toEqual([])
  })

  test('leaves out the steps of other targets and other priorities', () => {
    const steps = [
      step({ minutes: 0 }, { target: 'first_response' }),
      step({ minutes: 0 }, { priorities: ['urgent'] }),
    ]
    expect(coming(begun(5 * hour), steps, 'low')).toHaveLength(2)
    expect(coming(begun(5 * hour), steps, 'urgent')).toHaveLength(3)
  })

  test('of what has ended is only what was due before', () => {
    const steps = [step({ share: 0.5 }), step({ minutes: 0 }, { key: 'late' })]
    const ended = told(begun(4 * hour), { kind: 'voided', at: monday('12:00') })
    expect(coming(ended, steps)).toEqual([['escalated', monday('11:00')]])
  })
})

test('the last moment of a clock is the latest thing that happened to it', () => {
  const clock = begun(hour)
  expect(lastMomentOf(clock)).toEqual(monday('09:00'))
  const paused = told(clock, { kind: 'paused', at: monday('09:10') })
  expect(lastMomentOf(paused)).toEqual(monday('09:10'))
  expect(lastMomentOf(told(paused, { kind: 'met', at: monday('09:20') }))).toEqual(monday('09:20'))
})
