import { ValueLink } from '@/components/charts/value-link'
import { inWords } from '@/components/charts/words'
import { definitions, slaDefinition } from '@/lib/analytics/definitions'
import type { Scope } from '@/lib/analytics/scope'
import type { SlaReport as Report } from '@/lib/analytics/sla-report'
import { percentOf } from '@/lib/analytics/totals'
import { targets } from '@/lib/sla/target'
import { priorities } from '@/lib/tickets/ticket'
import { Card } from '../card'
import { behindOf } from '../overview/behind-of'
import { KeptTable } from './kept-table'
import { KeptTrend } from './kept-trend'

interface SlaReportProps {
  readonly report: Report
  readonly scope: Scope
}

/** How what was promised was kept: in all, over time, and for which tickets. */
export function SlaReport({ report, scope }: SlaReportProps) {
  const behind = behindOf(scope)
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="in-numbers">
        <h2 id="in-numbers" className="sr-only">
          The period in numbers
        </h2>
        <dl className="grid gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-3">
          {targets.map((target) => {
            const { [target]: now } = report.targets
            const words = (word: 'met' | 'missed' | 'target', count: number) => (
              <ValueLink href={behind(`${target}_${word}`)}>{inWords('count', count)}</ValueLink>
            )
            return (
              <Card
                key={target}
                of={definitions[slaDefinition[target]]}
                measure="percent"
                wish="more"
                now={{ value: percentOf(now), href: behind(`${target}_target`) }}
                before={
                  report.before &&
                  behind.before && {
                    value: percentOf(report.before[target]),
                    href: behind.before(`${target}_target`),
                  }
                }
                trend={report.buckets.map((bucket) => percentOf(bucket.targets[target]))}
              >
                {now.of > 0 && (
                  <>
                    {words('met', now.n)} of {words('target', now.of)} in time
                    {now.of > now.n && <> · {words('missed', now.of - now.n)} late</>}
                  </>
                )}
              </Card>
            )
          })}
        </dl>
      </section>
      <KeptTrend report={report} behind={behind} />
      <KeptTable
        head="Priority"
        rows={report.priorities}
        behind={behind}
        narrower={(name) => ({ priority: priorities.filter((one) => one === name) })}
      />
      <KeptTable head="Team" rows={report.teams} behind={behind} narrower={(name) => ({ team: [name] })} />
      <KeptTable
        head="Category"
        rows={report.categories}
        behind={behind}
        narrower={(name) => ({ category: [name] })}
      />
    </div>
  )
}
