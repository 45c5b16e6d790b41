'use client'

import { memo, type ReactNode, useEffect, useState } from 'react'
import { Line, LineChart, usePlotArea, XAxis, YAxis } from 'recharts'
import { Link } from '@/components/ui/link'
import { Mark } from './mark'
import { Reading } from './reading'
import { Roving } from './roving'
import { type Chart, lookOf, type Point, spoken } from './series'
import { spot } from './spot'

interface LinePlotProps extends Chart {
  /** The value at its upper edge. */
  readonly top: number
  /** What was drawn before the script was there, and is there until the lines are. */
  readonly sketch: ReactNode
}

/** Lines whose points lead to the tickets behind them. They fill the plot of a frame, which has the axes. */
export function LinePlot({ sketch, top, title, measure, lines, points }: LinePlotProps) {
  const [shown, setShown] = useState<number>()
  const [drawn, setDrawn] = useState(false)
  const point = shown === undefined ? undefined : points[shown]
  return (
    <Roving className="size-full">
      {!drawn && sketch}
      <Lines
        title={title}
        measure={measure}
        lines={lines}
        points={points}
        top={top}
        onShow={setShown}
        onDrawn={setDrawn}
      />
      {shown !== undefined && point && (
        <Reading
          measure={measure}
          lines={lines}
          point={point}
          place={shown}
          count={points.length}
          top={top}
        />
      )}
    </Roving>
  )
}

interface LinesProps extends Chart {
  readonly top: number
  readonly onShow: (point: number | undefined) => void
  readonly onDrawn: (drawn: true) => void
}

/** With more points than this the marks would touch. */
const crowded = 45

/** Drawn once: Recharts makes its points anew whenever it is asked again, and the one with the focus would lose it. */
const Lines = memo(function Lines({ onShow, onDrawn, top, ...chart }: LinesProps) {
  const { title, measure, lines, points } = chart
  const first = firstStop(chart)
  return (
    <LineChart
      data={[...points]}
      responsive
      accessibilityLayer={false}
      className="absolute! inset-0 size-full [&_.recharts-surface]:overflow-visible"
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      onMouseMove={({ activeTooltipIndex: point }) => onShow(point == null ? undefined : Number(point))}
      onMouseLeave={() => onShow(undefined)}
      role="group"
      aria-label={`${title}: arrow keys lead from point to point`}
    >
      <XAxis hide dataKey="label" />
      <YAxis hide domain={[0, top]} />
      {lines.map((line, row) => (
        <Line
          key={line.name}
          dataKey={({ values }: Point) => values[row]?.value}
          stroke={lookOf(row).colour}
          strokeWidth={2}
          strokeDasharray={lookOf(row).dash}
          isAnimationActive={false}
          activeDot={false}
          dot={({ cx, cy, index }: DotPlace) => {
            const { label, values } = points[index] ?? {}
            const { value = null, href = '' } = values?.[row] ?? {}
            if (value === null || label === undefined || cx == null || cy == null) return null
            const [x, y] = [Number(cx), Number(cy)]
            return (
              <Link
                key={index}
                href={href}
                aria-label={spoken(measure, line, label, value)}
                tabIndex={first?.point === index && first.row === row ? 0 : -1}
                onFocus={() => onShow(index)}
                onBlur={() => onShow(undefined)}
                {...spot(index, row)}
              >
                <circle cx={x} cy={y} r={10} fill="transparent" />
                {points.length <= crowded && <Mark look={lookOf(row)} x={x} y={y} />}
              </Link>
            )
          }}
        />
      ))}
      <Drawn onDrawn={onDrawn} />
    </LineChart>
  )
})

interface DotPlace {
  readonly cx?: number | string
  readonly cy?: number | string
  readonly index: number
}

/** Where the Tab key comes in: at the latest point that has a value. */
function firstStop({ points }: Chart) {
  for (let point = points.length - 1; point >= 0; point--) {
    const row = points[point]?.values.findIndex(({ value }) => value !== null) ?? -1
    if (row >= 0) return { point, row }
  }
  return undefined
}

/** Recharts draws once it has measured the page. */
function Drawn({ onDrawn }: Pick<LinesProps, 'onDrawn'>) {
  const { width = 0 } = usePlotArea() ?? {}
  useEffect(() => {
    if (width > 0) onDrawn(true)
  }, [width, onDrawn])
  return null
}
