import { dayLength } from '@/lib/day-length'
import { zoneOffset } from '@/lib/zone-offset'
import type { Span } from './calendar'

/** A span in which a zone keeps its distance from UTC: milliseconds that its clocks are ahead. */
export interface Stretch extends Span {
  readonly ahead: number
}

const known = new Map<string, Map<number, readonly Stretch[]>>()

/** The stretches that a year, by UTC, falls into, without gaps. Throws RangeError where Intl does not know the zone. */
export function stretchesOf(timeZone: string, year: number): readonly Stretch[] {
  const years = known.get(timeZone) ?? new Map<number, readonly Stretch[]>()
  const stretches = years.get(year) ?? ask(timeZone, year)
  known.set(timeZone, years.set(year, stretches))
  return stretches
}

/**
 * Asking Intl is slow, and it does not say when the clocks change next. So it is asked for the ends of each day, and
 * within a day only where they differ. That no zone changes its clocks there and back on one day is relied upon.
 */
function ask(timeZone: string, year: number): readonly Stretch[] {
  const [begin, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  const stretches: Stretch[] = []
  let [from, ahead] = [begin, zoneOffset(timeZone, begin)]
  for (let day = begin + dayLength; day <= end; day += dayLength) {
    const later = zoneOffset(timeZone, day)
    if (later === ahead) continue
    const change = changeIn(timeZone, { from: day - dayLength, to: day }, ahead)
    if (from < change) stretches.push({ from, to: change, ahead })
    from = change
    ahead = later
  }
  if (from < end) stretches.push({ from, to: end, ahead })
  return stretches
}

/** The first second that is no longer `ahead`. */
function changeIn(timeZone: string, { from, to }: Span, ahead: number): number {
  if (to - from <= 1000) return to
  const middle = from + Math.floor((to - from) / 2000) * 1000
  return zoneOffset(timeZone, middle) === ahead
    ? changeIn(timeZone, { from: middle, to }, ahead)
    : changeIn(timeZone, { from, to: middle }, ahead)
}
