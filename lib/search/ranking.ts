import { dayLength } from '@/lib/day-length'
import type { Status } from '@/lib/tickets/ticket'

/** A ticket that matches, and how well. */
export interface Hit {
  readonly id: number
  /** Of its subject and of the message that matches best. */
  readonly rank: number
  /** The key of that message. */
  readonly message: number | null
  readonly status: Status
  /** Milliseconds since 1970. */
  readonly updatedAt: number
}

/** What was touched lately is what is asked for mostly; a good match a year ago still comes before a poor one of today. */
const score = ({ rank, updatedAt }: Hit, now: Date) =>
  rank * (0.3 + 0.7 * Math.exp(-Math.max(0, now.getTime() - updatedAt) / (90 * dayLength)))

/** Each ticket once, best first; what matches alike by what was changed last. */
export function ranked(hits: readonly Hit[], now: Date): readonly Hit[] {
  const best = new Map<number, Hit>()
  for (const hit of hits) {
    const before = best.get(hit.id)
    if (!before || hit.rank > before.rank)
      best.set(hit.id, { ...hit, message: hit.message ?? before?.message ?? null })
    else if (before.message === null) best.set(hit.id, { ...before, message: hit.message })
  }
  return [...best.values()].sort(
    (a, b) => score(b, now) - score(a, now) || b.updatedAt - a.updatedAt || b.id - a.id,
  )
}
