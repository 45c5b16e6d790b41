import { expect, test } from 'vitest'
import type { Clock } from '@/lib/sla/clock'
import { headerClocks, lastAndEarlier, slaFace } from './sla'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const clock = (more: Partial<Clock> = {}): Clock => ({
  target: 'resolution',
  instance: 1,
  policyId: 1,
  calendarVersionId: null,
  seconds: 8 * 3600,
  pausing: ['pending'],
  startedAt: at(8),
  pauses: [],
  dueAt: at(16),
  riskAt: at(14),
  warnedAt: null,
  breachedAt: null,
  taken: [],
  endedAt: null,
  outcome: null,
  ...more,
})
const met = { dueAt: null, riskAt: null, endedAt: at(17), outcome: 'met' } as const

test('a running clock counts down, one that stands still says so', () => {
  expect(slaFace(clock())).toEqual({
    state: 'ok',
    startedAt: at(8).toISOString(),
    riskAt: at(14).toISOString(),
    dueAt: at(16).toISOString(),
  })
  expect(slaFace(clock({ dueAt: null, riskAt: null }))).toEqual({ state: 'paused' })
})

test('what is over was met, or says how late it was, or has no result', () => {
  expect(slaFace(clock(met))).toEqual({ state: 'met' })
  expect(slaFace(clock({ ...met, breachedAt: at(16) }))).toEqual({ late: '1 h late' })
  expect(slaFace(clock({ ...met, outcome: 'voided' }))).toBeNull()
  expect(slaFace(clock({ ...met, outcome: 'voided', breachedAt: at(16) }))).toEqual({ state: 'breached' })
})

test('the header tells what runs, in the order of the targets; when nothing does, how it was resolved', () => {
  const [first, again] = [clock(met), clock({ instance: 2 })]
  const next = clock({ target: 'next_response' })
  const response = clock({ ...met, target: 'first_response' })
  expect(headerClocks([response, first, again, next])).toEqual([next, again])
  expect(headerClocks([response, first])).toEqual([first])
  expect(headerClocks([response])).toEqual([])
  expect(lastAndEarlier([response, first, again, next])).toEqual({
    last: [response, next, again],
    earlier: [first],
  })
})

test('a clock that runs since a message of another ticket is the last, though it started first', () => {
  const own = clock({ ...met, target: 'first_response', outcome: 'voided', startedAt: at(9) })
  const came = clock({ target: 'first_response', instance: 2, startedAt: at(8) })
  expect(lastAndEarlier([came, own])).toEqual({ last: [came], earlier: [own] })
  expect(headerClocks([came, own])).toEqual([came])
  const answered = { ...came, ...met }
  expect(lastAndEarlier([answered, own]).last).toEqual([answered])
})
