import { deadline } from './business-time'
import type { Hours } from './calendar'
import { policyTargets, type Targets } from './sla-policy'

const decade = 10 * 365.25 * 24 * 3600 * 1000

/**
 * The first target, in seconds, that a calendar does not come to within ten years: whoever is promised it never hears of
 * it again, and the search for its deadline gives up at fifty. Undefined where all are in reach.
 */
export function outOfReach(hours: Hours, targets: Targets, from: Date): number | undefined {
  return policyTargets(targets).find((seconds) => {
    try {
      return deadline(hours, from, seconds).getTime() > from.getTime() + decade
    } catch (error) {
      if (error instanceof RangeError) return true
      throw error
    }
  })
}
