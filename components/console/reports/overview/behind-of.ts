import { type Behind, type BehindNumber, queueBehind } from '@/lib/analytics/behind'
import type { Period } from '@/lib/analytics/period'
import type { Narrowed, Scope } from '@/lib/analytics/scope'

type More = Partial<Pick<BehindNumber, 'hour' | 'score'>>
type Narrower = Partial<Pick<Narrowed, 'category' | 'channel' | 'priority' | 'team'>>

/** The way to the tickets behind the numbers of a scope. */
export interface BehindOf {
  /** In the whole period, or in a part of it. */
  (what: Behind, period?: Period, more?: More, narrower?: Narrower): string
  /** In the period before; null: there is none. */
  readonly before: ((what: Behind) => string) | null
}

export const behindOf = (scope: Scope): BehindOf => {
  const { before } = scope
  const at = (what: Behind, period = scope.period, more: More = {}, narrower: Narrower = {}) =>
    queueBehind(scope, { what, period, ...more }, narrower)
  return Object.assign(at, { before: before && ((what: Behind) => at(what, before)) })
}
