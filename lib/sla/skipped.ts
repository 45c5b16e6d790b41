import type { Hours } from './calendar'
import { dateOf } from './day-hours'
import { compiledOf, daysOf, yearOf } from './open-years'
import { clipped } from './spans'
import { stretchesOf } from './zone'

/** What stood in the way between two moments, for sentences such as “Weekend and 1 holiday skipped”. */
export interface Skipped {
  /** Days that the week leaves closed. A holiday that falls on one costs nothing: it counts here. */
  readonly weekendDays: number
  /** Days that the week would have had open, closed from midnight to midnight. */
  readonly holidays: readonly NamedDate[]
  /** Special days with some open time. */
  readonly otherHours: readonly NamedDate[]
}

export interface NamedDate {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly name: string
}

/** Days count by the calendar's zone, also where only a part of them lies between the moments. */
export function skipped(hours: Hours | null, from: Date, to: Date): Skipped {
  if (hours === null) return { weekendDays: 0, holidays: [], otherHours: [] }
  const { hoursOn } = compiledOf(hours)
  const days = daysBetween(hours.timeZone, from.getTime(), to.getTime()).map((day) => {
    const { open, usual, special } = hoursOn(day)
    const named = special && [{ date: dateOf(day), name: special.name }]
    return { named: named ?? [], isOpen: open.length > 0, wouldBeOpen: usual.length > 0 }
  })
  return {
    weekendDays: days.filter(({ isOpen, wouldBeOpen }) => !isOpen && !wouldBeOpen).length,
    holidays: days.filter(({ isOpen, wouldBeOpen }) => !isOpen && wouldBeOpen).flatMap(({ named }) => named),
    otherHours: days.filter(({ isOpen }) => isOpen).flatMap(({ named }) => named),
  }
}

/** By number, each once. A zone can leave out a whole day: Apia had no 30 December 2011. */
function daysBetween(timeZone: string, from: number, to: number): readonly number[] {
  const years = Array.from(
    { length: Math.max(0, yearOf(to) - yearOf(from) + 1) },
    (_, place) => yearOf(from) + place,
  )
  const days = years
    .flatMap((year) => stretchesOf(timeZone, year))
    .flatMap(({ ahead, ...stretch }) =>
      clipped([stretch], { from, to }).flatMap((part) => daysOf(part.from + ahead, part.to + ahead)),
    )
  return [...new Set(days)]
}
