'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinePlot } from './line-plot'
import { Swatch } from './mark'
import { type Chart, looks, totals } from './series'
import { ValuesTable } from './values-table'

interface TimeSeriesProps extends Chart {
  readonly description: ReactNode
  /** What a point is: "Day". Heads the table's first column. */
  readonly unit: string
  /** Behind the title: what the numbers mean. */
  readonly definition?: ReactNode
  /** Shown where all is zero: says why. */
  readonly empty: ReactNode
}

/** A chart of lines with its title, its totals and the same as a table, all in one height. */
export function TimeSeries({ description, unit, definition, empty, ...chart }: TimeSeriesProps) {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const sums = totals(chart)
  const isEmpty = sums.every(({ total }) => total === 0)
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <div className="flex items-center gap-1">
            <h2 id={titleId} className="font-semibold text-message">
              {chart.title}
            </h2>
            {definition}
          </div>
          <p className="text-fg-muted">{description}</p>
        </div>
        {!isEmpty && (
          <Button size={28} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
        )}
      </header>
      {isEmpty ? (
        <div className="flex h-84 items-center rounded-card border border-dashed">{empty}</div>
      ) : (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {sums.map(({ name, total }, line) => (
              <div key={name} className="flex items-center gap-2">
                <Swatch look={looks[line] ?? looks[0]} />
                <dt className="text-fg-muted">{name}</dt>
                <dd className="font-semibold">{total.toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
          {asTable ? (
            <section
              aria-label={`${chart.title}, as a table`}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="h-72 overflow-y-auto"
            >
              <ValuesTable {...chart} head={unit} />
            </section>
          ) : (
            <div className="h-72">
              <LinePlot {...chart} />
            </div>
          )}
        </>
      )}
    </section>
  )
}
