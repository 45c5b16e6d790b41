import type { Span } from './calendar'
import { clipped, merged } from './spans'

/** A clock stands still from one moment to another, or (`null`) until further notice. */
export interface Pause {
  readonly from: Date
  readonly to: Date | null
}

/** What the pauses come to within the limits, in order and apart from each other. */
export const pausedSpans = (pauses: readonly Pause[], limits: Span): readonly Span[] =>
  merged(
    clipped(
      pauses.map(({ from, to }) => ({ from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY })),
      limits,
    ),
  )
