import clsx from 'clsx'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Minus from 'lucide-react/icons/minus'
import type { ReactNode } from 'react'
import { Definition } from '@/components/charts/definition'
import { Nothing } from '@/components/charts/nothing'
import { lookOf, type Value } from '@/components/charts/series'
import { Sketch } from '@/components/charts/sketch'
import { ValueLink } from '@/components/charts/value-link'
import { inWords, type Measure } from '@/components/charts/words'
import { Link } from '@/components/ui/link'
import type { Definition as Defined } from '@/lib/analytics/definitions'
import { changeOf, type Wish } from './change'

export interface CardProps {
  readonly of: Defined
  readonly measure: Measure
  readonly now: Value
  /** In the period before; null: it is compared with nothing. */
  readonly before: Value | null
  readonly wish: Wish
  /** Over the days, weeks or months of the period. */
  readonly trend?: readonly (number | null)[]
  /** Why there is no number, where it is not that there was nothing to count. */
  readonly missing?: string
  /** What stands beside the number. */
  readonly children?: ReactNode
}

/** A number of a report: what it is, how it went, how it compares, and the tickets behind it. */
export function Card({ of, measure, now, before, wish, trend, missing, children }: CardProps) {
  return (
    <div className="flex min-w-0 break-inside-avoid flex-col bg-surface px-4 py-3">
      <dt className="flex min-h-6 items-center gap-0.5 text-fg-muted">
        {of.name}
        <Definition of={of.name}>{of.means}</Definition>
      </dt>
      <dd className="flex items-center gap-3">
        <span className="whitespace-nowrap font-semibold text-kpi tracking-[-0.01em]">
          {now.value === null ? (
            <Nothing words={missing} />
          ) : (
            <Link href={now.href} className="hover:underline">
              {inWords(measure, now.value)}
            </Link>
          )}
        </span>
        {trend && isCurve(trend) && (
          <Sketch
            className="ms-auto h-7 w-24 min-w-0"
            most={
              measure === 'percent' && wish === 'more' ? 100 : Math.max(...trend.map((value) => value ?? 0))
            }
            lines={[{ look: lookOf(0), values: trend }]}
          />
        )}
        {trend && isCurve(trend) && <span className="sr-only">{courseOf(trend, measure)}</span>}
      </dd>
      {before && (
        <dd className="min-h-6 leading-6">
          <Comparison measure={measure} now={now} before={before} wish={wish} />
        </dd>
      )}
      <dd className="min-h-6 text-fg-muted leading-6">{children}</dd>
    </div>
  )
}

/** What a sketch shows, for those who do not see it. */
function courseOf(trend: readonly (number | null)[], measure: Measure) {
  const values = trend.filter((value) => value !== null)
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  const [from, to, least, most] = [first, last, Math.min(...values), Math.max(...values)].map((value) =>
    inWords(measure, value),
  )
  return `In the course of the period from ${from} to ${to}, between ${least} and ${most}.`
}

/** Fewer than three values show no course. */
const isCurve = (trend: readonly (number | null)[]) => trend.filter((value) => value !== null).length > 2

const arrows = { up: ArrowUp, down: ArrowDown, level: Minus }
const tones = { better: 'text-sla-met-text', worse: 'text-sla-breach-text' }

function Comparison({
  measure,
  now,
  before,
  wish,
}: Pick<CardProps, 'measure' | 'now' | 'wish'> & { readonly before: Value }) {
  if (before.value === null) return <span className="text-fg-muted">nothing to compare with</span>
  const was = (
    <ValueLink href={before.href} className="text-fg-muted">
      was {inWords(measure, before.value)}
    </ValueLink>
  )
  if (now.value === null) return was
  const { way, words, verdict } = changeOf(measure, now.value, before.value, wish)
  const Arrow = arrows[way]
  return (
    <>
      <span className={clsx('me-2 whitespace-nowrap', verdict ? tones[verdict] : 'text-fg')}>
        <Arrow aria-hidden="true" className="me-1 inline size-3.5 align-[-0.15em]" />
        {words}
        {verdict && (
          <>
            {', '}
            <span className="font-medium">{verdict}</span>
          </>
        )}
      </span>
      {was}
    </>
  )
}
