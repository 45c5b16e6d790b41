import { z } from 'zod'
import { deadline, elapsed } from '@/lib/sla/business-time'
import type { Hours } from '@/lib/sla/calendar'
import { hoursShape } from '@/lib/sla/hours-shape'
import { addedHolidays, hoursOf, tableCalendar } from './calendar'
import { momentIn } from './moment'

/** Why a case is not ours to answer. */
export const reasons = {
  anotherRule: 'another rule',
  anotherQuestion: 'another question',
  needsTicket: 'needs a ticket',
} as const

export interface Failure {
  readonly id: string
  readonly got: string | number
  readonly expected: string | number
}

export type Verdict =
  | { readonly verdict: 'held' }
  | { readonly verdict: 'skipped'; readonly because: keyof typeof reasons }
  | { readonly verdict: 'failed'; readonly failure: Failure }

const about = z.object({
  id: z.coerce.string().catch('no id'),
  op: z.string().nullish().catch(null),
  skip_by_default: z.boolean().nullish().catch(null),
})

const asked = z.object({
  calendar: tableCalendar.nullish(),
  options: addedHolidays.catch(null),
  start: z.string(),
})
const refusal = z.object({ expected_error: z.string() })
const addition = z.object({ ...asked.shape, op: z.literal('add'), amount_seconds: z.number() })
const span = z.object({ ...asked.shape, op: z.literal('elapsed'), end: z.string() })

const question = z.union([
  z.object({ ...addition.shape, ...refusal.shape }),
  z.object({ ...addition.shape, expected: z.string() }),
  z.object({ ...span.shape, ...refusal.shape }),
  z.object({ ...span.shape, expected_seconds: z.number() }),
])
type Question = z.infer<typeof question>

/** Holds a case of a table against our arithmetic. */
export function check(given: unknown): Verdict {
  const { id, op, skip_by_default } = about.catch({ id: 'no id' }).parse(given)
  if (skip_by_default) return { verdict: 'skipped', because: 'anotherRule' }
  if (!op) return { verdict: 'skipped', because: 'needsTicket' }
  if (op !== 'add' && op !== 'elapsed') return { verdict: 'skipped', because: 'anotherQuestion' }
  const read = question.safeParse(given)
  if (!read.success) return failed({ id, got: 'unreadable', expected: 'a case with all its parts' })
  return 'expected_error' in read.data ? refused(id, read.data) : answered(id, read.data)
}

const failed = (failure: Failure): Verdict => ({ verdict: 'failed', failure })

function answered(id: string, one: Exclude<Question, { expected_error: string }>): Verdict {
  const expected = one.op === 'add' ? one.expected : one.expected_seconds
  try {
    const hours = calendarOf(one)
    const got = answer(hours, one)
    const holds =
      typeof expected === 'number' ? sameSeconds(Number(got), expected) : got === momentOf(hours, expected)
    return holds ? { verdict: 'held' } : failed({ id, got, expected })
  } catch (error) {
    return failed({ id, got: complaint(error), expected })
  }
}

/** Here the calendar is taken for one that an admin enters, and the amount for a target: more than nothing. */
function refused(id: string, one: Extract<Question, { expected_error: string }>): Verdict {
  try {
    const hours = calendarOf(one)
    if (hours && !hoursShape.safeParse(hours).success) return { verdict: 'held' }
    if (one.op === 'add' && one.amount_seconds <= 0) return { verdict: 'held' }
    return failed({ id, got: answer(hours, one), expected: one.expected_error })
  } catch (error) {
    complaint(error)
    return { verdict: 'held' }
  }
}

/** A moment as ISO text, or seconds. The sign of an amount says where it leads, whatever its `direction`. */
function answer(hours: Hours | null, one: Question): string | number {
  const start = new Date(momentOf(hours, one.start))
  return one.op === 'add'
    ? deadline(hours, start, one.amount_seconds).toISOString()
    : elapsed(hours, start, new Date(momentOf(hours, one.end)))
}

const calendarOf = ({ calendar, options }: Question) => (calendar ? hoursOf(calendar, options) : null)

const momentOf = (hours: Hours | null, text: string) => momentIn(hours?.timeZone ?? 'UTC', text).toISOString()

/** Tables round to whole seconds, halves away from zero. */
function sameSeconds(got: number, expected: number) {
  const rounded = Math.sign(got) * Math.round(Math.abs(got))
  return Math.abs(got - expected) < 0.001 || rounded === expected
}

/** What cannot be read or reached is a RangeError; anything else is a bug. */
function complaint(error: unknown) {
  if (!(error instanceof RangeError)) throw error
  return `refused: ${error.message}`
}
