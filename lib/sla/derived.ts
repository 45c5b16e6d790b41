import type { Clock } from './clock'
import { type Target, targets } from './target'

/** Null: nothing runs. */
export type Derived = {
  readonly slaDueAt: Date | null
  readonly slaTarget: Target | null
  readonly slaStartedAt: Date | null
  readonly slaRiskAt: Date | null
  readonly slaPausedAt: Date | null
}

/** What a ticket's own row says of its running clocks: the next deadline, or since when all stand still. */
export function derivedFrom(clocks: readonly Clock[]): Derived {
  const running = clocks.filter(({ endedAt }) => !endedAt)
  const [next] = running
    .filter(({ dueAt }) => dueAt)
    .sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || rank(a) - rank(b))
  const risks = running.flatMap(({ dueAt, riskAt }) => (dueAt && riskAt ? [riskAt.getTime()] : []))
  const since = running.flatMap(({ pauses }) =>
    pauses.flatMap(({ from, to }) => (to ? [] : [from.getTime()])),
  )
  return {
    slaDueAt: next?.dueAt ?? null,
    slaTarget: next?.target ?? null,
    slaStartedAt: next?.startedAt ?? null,
    slaRiskAt: next && risks.length > 0 ? new Date(Math.min(...risks)) : null,
    slaPausedAt: next || since.length === 0 ? null : new Date(Math.max(...since)),
  }
}

const rank = ({ target }: Clock) => targets.indexOf(target)
