import type { Hours } from './calendar'
import { lastOpening, openBefore, openYear, yearOf } from './open-years'
import { type Pause, pausedSpans } from './pauses'

/**
 * Business time: the time in which the hours are open. With `null` for the hours it is time as it passes, so that a day of
 * 25 hours has 25. Seconds are exact to the millisecond. Nothing here looks further than fifty years.
 */
const furthest = 50

/**
 * The first moment by which `seconds` of business time have passed since `start`: a span that ends at closing time is due
 * at closing time, not at the next opening. None at all is due as soon as it is open. A negative span counts back, to the
 * last moment from which so much passes until `start`.
 * Throws RangeError where that is more than fifty years away.
 */
export function deadline(hours: Hours | null, start: Date, seconds: number): Date {
  const [at, span] = [momentOf(start), Math.round(seconds * 1000)]
  if (hours === null) return withinReach(at, at + span)
  if (span === 0) return nextOpening(hours, start)
  return new Date(span > 0 ? ahead(hours, at, span) : back(hours, at, -span))
}

/** Seconds of business time from one moment to another; negative where the second is the earlier one. */
export function elapsed(hours: Hours | null, from: Date, to: Date): number {
  return between(hours, momentOf(from), momentOf(to)) / 1000
}

/** At closing time it is closed. */
export function isOpen(hours: Hours | null, at: Date): boolean {
  const moment = momentOf(at)
  if (hours === null) return true
  const opening = lastOpening(openYear(hours, yearOf(moment)), ({ from }) => from <= moment)
  return opening !== undefined && moment < opening.to
}

/** The first moment from `at` on at which it is open: `at` itself, if it is open then. Throws RangeError like `deadline`. */
export function nextOpening(hours: Hours | null, at: Date): Date {
  const moment = momentOf(at)
  if (hours === null) return new Date(moment)
  const first = yearOf(moment)
  for (let number = first; number <= first + furthest; number++) {
    const year = openYear(hours, number)
    const passed = number === first ? openBefore(year, moment) : 0
    const opening = lastOpening(year, ({ before }) => before <= passed)
    if (opening && moment < opening.to) return new Date(Math.max(moment, opening.from))
  }
  throw tooFar()
}

/**
 * Like `deadline`, of a clock that stands still in the pauses. They may touch, overlap and begin before `start`; how they
 * are cut makes no difference. Null where the clock stands still in a pause without an end (`to: null`).
 */
export function deadlineWithPauses(
  hours: Hours | null,
  start: Date,
  seconds: number,
  pauses: readonly Pause[],
): Date | null {
  if (seconds < 0) throw new RangeError('A clock with pauses does not run back')
  if (pauses.length === 0) return deadline(hours, start, seconds)
  let [at, left] = [momentOf(start), Math.round(seconds * 1000)]
  for (const { from, to } of pausedSpans(pauses, { from: at, to: Number.POSITIVE_INFINITY })) {
    const running = between(hours, at, from)
    if (running > 0 && left <= running) break
    if (to === Number.POSITIVE_INFINITY) return null
    left -= running
    at = to
  }
  return deadline(hours, new Date(at), left / 1000)
}

/** Like `elapsed`, of a clock that stands still in the pauses. */
export function elapsedWithPauses(
  hours: Hours | null,
  from: Date,
  to: Date,
  pauses: readonly Pause[],
): number {
  const [begin, end] = [momentOf(from), momentOf(to)]
  if (end < begin) return 0 - elapsedWithPauses(hours, to, from, pauses)
  const paused = pausedSpans(pauses, { from: begin, to: end })
  return (
    paused.reduce((left, pause) => left - between(hours, pause.from, pause.to), between(hours, begin, end)) /
    1000
  )
}

function between(hours: Hours | null, from: number, to: number): number {
  if (hours === null) return to - from
  if (to < from) return 0 - between(hours, to, from)
  const [first, last] = [yearOf(from), yearOf(to)]
  if (last - first > furthest) throw tooFar()
  let open = openBefore(openYear(hours, last), to) - openBefore(openYear(hours, first), from)
  for (let number = first; number < last; number++) open += openYear(hours, number).open
  return open
}

function ahead(hours: Hours, at: number, span: number) {
  const first = yearOf(at)
  let due = span + openBefore(openYear(hours, first), at)
  for (let number = first; number <= first + furthest; number++) {
    const year = openYear(hours, number)
    const opening = due <= year.open && lastOpening(year, ({ before }) => before < due)
    if (opening) return opening.from + due - opening.before
    due -= year.open
  }
  throw tooFar()
}

function back(hours: Hours, at: number, span: number) {
  const first = yearOf(at)
  let due = openBefore(openYear(hours, first), at) - span
  for (let number = first; number >= first - furthest; number--) {
    const opening = due >= 0 && lastOpening(openYear(hours, number), ({ before }) => before <= due)
    if (opening) return opening.from + due - opening.before
    due += openYear(hours, number - 1).open
  }
  throw tooFar()
}

function withinReach(at: number, moment: number) {
  if (!(Math.abs(yearOf(moment) - yearOf(at)) <= furthest)) throw tooFar()
  return new Date(moment)
}

function momentOf(date: Date) {
  const at = date.getTime()
  if (Number.isNaN(at)) throw new RangeError('This is not a moment')
  return at
}

const tooFar = () => new RangeError(`There is no such moment within ${furthest} years`)
