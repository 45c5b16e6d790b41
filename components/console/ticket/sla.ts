import type { Clock } from '@/lib/sla/clock'
import { targets } from '@/lib/sla/target'
import { span } from '@/lib/time-words'

/** What the chip of a clock shows; its own words where it ended late, null where it ended without a result. */
export function slaFace({ startedAt, riskAt, dueAt, breachedAt, endedAt, outcome }: Clock) {
  if (!endedAt)
    return dueAt
      ? {
          state: 'ok' as const,
          startedAt: startedAt.toISOString(),
          riskAt: riskAt?.toISOString(),
          dueAt: dueAt.toISOString(),
        }
      : { state: 'paused' as const }
  if (outcome === 'met')
    return breachedAt ? { late: `${span(+endedAt - +breachedAt)} late` } : { state: 'met' as const }
  return breachedAt ? { state: 'breached' as const } : null
}

/** The clock of each target that runs, or else its last, in the order of the targets, and the others, newest first. */
export function lastAndEarlier<One extends Clock>(clocks: readonly One[]) {
  const last = targets.flatMap((target) => lastOf(clocks.filter((clock) => clock.target === target)) ?? [])
  const earlier = clocks.filter((clock) => !last.includes(clock)).toReversed()
  return { last, earlier }
}

/** A later one may have started earlier: with a message that came from another ticket. */
const lastOf = <One extends Clock>(clocks: readonly One[]) =>
  clocks.find(({ endedAt }) => !endedAt) ??
  clocks.toSorted((one, other) => one.instance - other.instance).at(-1)

/** What the header tells: all that runs; of what is over, how it was resolved. */
export function headerClocks<One extends Clock>(clocks: readonly One[]): readonly One[] {
  const { last } = lastAndEarlier(clocks)
  const running = last.filter(({ endedAt }) => !endedAt)
  return running.length > 0 ? running : last.filter(({ target }) => target === 'resolution')
}
