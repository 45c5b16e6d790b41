import clsx from 'clsx'
import type { ReactNode } from 'react'
import { type Chart, lookOf, placeOf } from './series'
import { namedPoints } from './ticks'
import { inWords } from './words'

interface PlotFrameProps extends Chart {
  /** Where its lines are, from zero up. */
  readonly ticks: readonly number[]
  readonly children: ReactNode
}

/** The room above and below the plot within its 288 px. */
const [above, height] = [8, 252]

/** The axes of a plot, and the names of its lines at their ends: all that a script does not move. */
export function PlotFrame({ ticks, children, ...chart }: PlotFrameProps) {
  const { measure, points } = chart
  const top = ticks.at(-1) ?? 1
  return (
    <div className="flex h-72 text-meta">
      <div className="relative min-w-0 flex-1">
        <div className="absolute inset-y-2 start-14 end-5 mb-5">
          <div aria-hidden="true" className="text-fg-muted">
            {ticks.map((tick) => (
              <div
                key={tick}
                className={clsx('absolute inset-x-0 border-t', tick === 0 && 'border-border-strong!')}
                style={{ bottom: `${(100 * tick) / top}%` }}
              >
                <span className="absolute end-full me-2 -translate-y-1/2 whitespace-nowrap">
                  {tick === 0 && measure === 'duration' ? '0' : inWords(measure, tick)}
                </span>
              </div>
            ))}
            {namedPoints(points.length).map((point) => (
              <span
                key={point}
                className="absolute top-full mt-2 -translate-x-1/2 whitespace-nowrap"
                style={{ left: `${100 * placeOf(point, points.length)}%` }}
              >
                {points[point]?.tick}
              </span>
            ))}
          </div>
          {children}
        </div>
      </div>
      {chart.lines.length > 1 && <LineNames {...chart} top={top} />}
    </div>
  )
}

const rowHeight = 16

/** The name of each line where it ends, moved apart where the ends meet. */
function LineNames({ lines, points, top }: Chart & { readonly top: number }) {
  const ends = lines
    .map(({ name }, line) => {
      const last = points.findLast(({ values }) => (values[line]?.value ?? null) !== null)
      return { name, line, y: above + height * (1 - (last?.values[line]?.value ?? 0) / top) }
    })
    .sort((one, other) => one.y - other.y)
  let free = Number.NEGATIVE_INFINITY
  return (
    <div aria-hidden="true" className="relative w-24 max-sm:hidden">
      {ends.map(({ name, line, y }, place) => {
        const at = Math.min(Math.max(y, free), above + height - (ends.length - 1 - place) * rowHeight)
        free = at + rowHeight
        return (
          <span
            key={name}
            className="absolute -translate-y-1/2 whitespace-nowrap font-semibold"
            // The colour of a line is too light for words.
            style={{ top: at, color: `color-mix(in oklab, ${lookOf(line).colour} 75%, var(--fg))` }}
          >
            {name}
          </span>
        )
      })}
    </div>
  )
}
