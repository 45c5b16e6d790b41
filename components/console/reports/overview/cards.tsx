import type { ReactNode } from 'react'
import { ValueLink } from '@/components/charts/value-link'
import { inWords } from '@/components/charts/words'
import type { Behind } from '@/lib/analytics/behind'
import { definitions, slaDefinition } from '@/lib/analytics/definitions'
import type { Bucket, Overview } from '@/lib/analytics/overview'
import { addDays } from '@/lib/analytics/period'
import { percentOf, type Share, type Spread, type Totals } from '@/lib/analytics/totals'
import { targets } from '@/lib/sla/target'
import { Card, type CardProps } from '../card'
import { SatisfactionCard } from '../ratings/satisfaction-card'
import type { BehindOf } from './behind-of'

interface CardsProps {
  readonly report: Overview
  readonly behind: BehindOf
  /** In the workspace's time zone. */
  readonly today: string
}

/** The numbers of the whole period. */
export function Cards({ report, behind, today }: CardsProps) {
  const { totals, before, buckets } = report
  /** A number now and before, with the tickets behind both. */
  const both = (what: Behind, read: (totals: Totals) => number | null) => ({
    now: { value: read(totals), href: behind(what) },
    before: before && behind.before ? { value: read(before), href: behind.before(what) } : null,
  })
  const trend = (read: (bucket: Bucket) => number | null) => ({ trend: buckets.map(read) })
  const tickets = (what: Behind, words: string) => <ValueLink href={behind(what)}>{words}</ValueLink>
  return (
    <section aria-labelledby="in-numbers">
      <h2 id="in-numbers" className="sr-only">
        The period in numbers
      </h2>
      <dl className="grid gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-3">
        <Card
          of={definitions.created}
          measure="count"
          wish="neither"
          {...both('created', ({ created }) => created)}
          {...trend(({ created }) => created)}
        />
        <Card
          of={definitions.resolved}
          measure="count"
          wish="neither"
          {...both('resolved', ({ resolved }) => resolved)}
          {...trend(({ resolved }) => resolved)}
        >
          {tickets('resolved', ofTickets(totals.ticketsResolved))}
        </Card>
        <Card
          of={definitions.backlog}
          measure="count"
          wish="less"
          {...both('backlog', ({ backlog }) => backlog)}
          {...trend(({ backlog }) => backlog)}
        >
          left at the end
        </Card>
        <TimeCard
          of={definitions.firstResponse}
          spread={totals.firstResponse}
          {...both('first_response', ({ firstResponse }) => firstResponse?.median ?? null)}
          {...trend(({ firstResponse }) => firstResponse?.median ?? null)}
        />
        <TimeCard
          of={definitions.resolution}
          spread={totals.resolution}
          {...both('settled', ({ resolution }) => resolution?.median ?? null)}
          {...trend(({ resolution }) => resolution?.median ?? null)}
        />
        {targets.map((target) => (
          <Card
            key={target}
            of={definitions[slaDefinition[target]]}
            measure="percent"
            wish="more"
            {...both(`${target}_target`, (one) => percentOf(one.targets[target]))}
            {...trend((one) => percentOf(one.targets[target]))}
          >
            <Late {...totals.targets[target]}>{(words) => tickets(`${target}_missed`, words)}</Late>
          </Card>
        ))}
        <Card
          of={definitions.success}
          measure="percent"
          wish="more"
          {...both('lasting', ({ success }) => percentOf(success))}
          {...trend(({ success }) => percentOf(success))}
        >
          <OutOf {...totals.success}>{tickets('resolved', ofTickets(totals.success.of))}</OutOf>
        </Card>
        <Card
          of={definitions.reopened}
          measure="percent"
          wish="less"
          {...both('bounced', ({ reopened }) => percentOf(reopened))}
          {...trend(({ reopened }) => percentOf(reopened))}
        >
          <OutOf {...totals.reopened}>{tickets('first_resolved', ofTickets(totals.reopened.of))}</OutOf>
          {totals.reopened.of > 0 && isProvisional(report, today) && ' · last 7 days provisional'}
        </Card>
        <Card
          of={definitions.oneTouch}
          measure="percent"
          wish="more"
          {...both('one_touch', ({ oneTouch }) => percentOf(oneTouch))}
          {...trend(({ oneTouch }) => percentOf(oneTouch))}
        >
          <OutOf {...totals.oneTouch}>{tickets('settled', ofTickets(totals.oneTouch.of))}</OutOf>
        </Card>
        <SatisfactionCard
          ratings={totals.ratings}
          before={before?.ratings ?? null}
          grain={report.grain}
          buckets={buckets}
          behind={behind}
        />
      </dl>
    </section>
  )
}

interface TimeCardProps extends Pick<CardProps, 'of' | 'now' | 'before' | 'trend'> {
  readonly spread: Spread | null
}

/** A median with what lies beside it. */
const TimeCard = ({ spread, ...card }: TimeCardProps) => (
  <Card measure="duration" wish="less" {...card}>
    {spread && `p90 ${inWords('duration', spread.p90)} · mean ${inWords('duration', spread.mean)}`}
  </Card>
)

/** `118 of 120 tickets`; nothing where there are none. */
const OutOf = ({ n, of, children }: Share & { readonly children: ReactNode }) =>
  of > 0 && (
    <>
      {inWords('count', n)} of {children}
    </>
  )

const ofTickets = (count: number) => `${inWords('count', count)} ${count === 1 ? 'ticket' : 'tickets'}`

/** Those that are not among the ones in time. */
const Late = ({ n, of, children }: Share & { readonly children: (words: string) => ReactNode }) =>
  of > 0 && (n === of ? 'none late' : children(`${inWords('count', of - n)} late`))

/** Whoever has just been answered may still come back. */
const isProvisional = ({ buckets }: Overview, today: string) => {
  const last = buckets.at(-1)
  return last !== undefined && last.period.to > addDays(today, -7)
}
