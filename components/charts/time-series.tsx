'use client'

import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useAwake } from '@/components/ui/awake'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Swatch } from './mark'
import { Nothing } from './nothing'
import { PlotFrame } from './plot-frame'
import { type Chart, isEmpty, lookOf, mostOf } from './series'
import { Sketch } from './sketch'
import { ticks } from './ticks'
import { ValuesTable } from './values-table'
import { inWords } from './words'

interface TimeSeriesProps extends Chart {
  readonly description?: ReactNode
  /** What a point is: "Day". Heads the table's first column. */
  readonly unit: string
  /** Behind the title: what the numbers mean. */
  readonly definition?: ReactNode
  /** Shown where there is nothing to draw: says why. */
  readonly empty: ReactNode
}

// Recharts is large, and the page is read before anybody points at it.
const LinePlot = lazy(async () => ({ default: (await import('./line-plot')).LinePlot }))

/** A chart of lines with its title, the numbers of the whole and the same as a table, all in one height. */
export function TimeSeries({ description, unit, definition, empty, ...chart }: TimeSeriesProps) {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const nothing = isEmpty(chart)
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 break-inside-avoid flex-col gap-2">
      <header className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <div className="flex items-center gap-1">
            <h2 id={titleId} className="font-semibold text-message">
              {chart.title}
            </h2>
            {definition}
          </div>
          {description && <p className="text-fg-muted">{description}</p>}
        </div>
        {!nothing && (
          <Button
            size={28}
            variant="quiet"
            className="noscript:hidden print:hidden"
            aria-label={`${chart.title}: show as ${asTable ? 'chart' : 'table'}`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
        )}
      </header>
      {nothing ? (
        <div className="flex h-79 items-center rounded-card border border-dashed">{empty}</div>
      ) : (
        <>
          <Legend {...chart} />
          {asTable ? (
            <section
              aria-label={`${chart.title}, as a table`}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="h-72 overflow-y-auto print:h-auto"
            >
              <ValuesTable {...chart} head={unit} />
            </section>
          ) : (
            <Plot {...chart} />
          )}
        </>
      )}
    </section>
  )
}

/** What the lines are called, and what they come to over the whole period. */
const Legend = ({ lines, measure }: Chart) => (
  <dl className="flex min-h-5 flex-wrap gap-x-6 gap-y-1">
    {lines.map(({ name, whole: { value, href } }, line) => (
      <div key={name} className="flex items-center gap-2">
        <Swatch look={lookOf(line)} />
        <dt className="text-fg-muted">{name}</dt>
        <dd className="font-semibold">
          {value === null ? (
            <Nothing />
          ) : (
            <Link href={href} className="hover:underline">
              {inWords(measure, value)}
            </Link>
          )}
        </dd>
      </div>
    ))}
  </dl>
)

/** Sketched at first, in its place and size; what can be pointed at comes when it is there. */
function Plot(chart: Chart) {
  const awake = useAwake()
  const lines = ticks(chart.measure, mostOf(chart))
  const top = lines.at(-1) ?? 1
  const sketch = (
    <Sketch
      className="absolute inset-0 size-full"
      most={top}
      lines={chart.lines.map((_, line) => ({
        look: lookOf(line),
        values: chart.points.map(({ values }) => values[line]?.value ?? null),
      }))}
    />
  )
  return (
    <PlotFrame {...chart} ticks={lines}>
      {awake ? (
        <Suspense fallback={sketch}>
          <LinePlot {...chart} top={top} sketch={sketch} />
        </Suspense>
      ) : (
        sketch
      )}
    </PlotFrame>
  )
}
