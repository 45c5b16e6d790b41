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

/** The last clock of each target, in the order of the targets, and those before them, newest first. */
export function lastAndEarlier<One extends Clock>(clocks: readonly One[]) {
  const last = targets.flatMap((target) => clocks.findLast((clock) => clock.target === target) ?? [])
  const earlier = clocks.filter((clock) => !last.includes(clock)).toReversed()
  return { last, earlier }
}

/** What the header tells: all that runs; of what is over, how it was resolved. */
export function headerClocks<One extends Clock>(clocks: readonly One[]): readonly One[] {
  const { last } = lastAndEarlier(clocks)
  const running = last.filter(({ endedAt }) => !endedAt)
  return running.length > 0 ? running : last.filter(({ target }) => target === 'resolution')
}
