import { dayLength } from '@/lib/day-length'
import { deadline } from './business-time'
import type { Hours } from './calendar'
import { policyTargets, type Targets } from './sla-policy'

const decade = 10 * 365.25 * dayLength

/**
 * The first target, in seconds, that a calendar does not come to within ten years: from now on, or from when its last dated
 * day is over. Whoever is promised it never hears of it again. Undefined where all are in reach.
 */
export const outOfReach = (hours: Hours, targets: Targets, now: Date): number | undefined =>
  policyTargets(targets).find(
    (seconds) => !startsOf(hours, now).every((from) => reaches(hours, from, seconds)),
  )

/** Whether a calendar is ever open again, now and when all its dated days are over. */
export const staysOpen = (hours: Hours, now: Date) =>
  startsOf(hours, now).every((from) => reaches(hours, from, 1))

function reaches(hours: Hours, from: Date, seconds: number) {
  try {
    return deadline(hours, from, seconds).getTime() <= from.getTime() + decade
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** One year may differ from the rest: what holds now need not hold when the last dated day has passed. */
function startsOf({ days }: Hours, now: Date) {
  const dated = days.map(({ date }) => Date.parse(`${date}T00:00:00Z`)).filter((at) => at > now.getTime())
  return [now, ...(dated.length > 0 ? [new Date(Math.max(...dated) + 2 * dayLength)] : [])]
}
