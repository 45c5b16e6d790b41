'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  useActiveTooltipDataPoints,
  useIsTooltipActive,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { Mark, Swatch } from './mark'
import { type Chart, looks, type Point, spoken } from './series'

/** With more points than this the marks would touch: only the one under the pointer or the keys is drawn. */
const crowded = 45

/** Lines over time from zero on. The arrow keys go from point to point, and each is read out. */
export function LinePlot({ title, lines, points }: Chart) {
  const [announcer, setAnnouncer] = useState<HTMLElement | null>(null)
  return (
    <>
      <LineChart
        data={[...points]}
        responsive
        className="size-full text-meta"
        margin={{ top: 8, right: 72, bottom: 0, left: 0 }}
        aria-label={`${title}, ${points.length} points. Left and right arrow keys read them.`}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="tick"
          tickLine={false}
          axisLine={{ stroke: 'var(--border-strong)' }}
          tick={{ fill: 'var(--fg-muted)' }}
          tickMargin={8}
          minTickGap={24}
          interval="equidistantPreserveStart"
        />
        <YAxis
          width="auto"
          domain={[0, 'auto']}
          allowDecimals={false}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--fg-muted)' }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={<Reading lines={lines} />}
        />
        {lines.map((name, line) => {
          const look = looks[line] ?? looks[0]
          const mark = ({ cx, cy, index }: DotPlace) => (
            <Mark key={index} look={look} x={Number(cx)} y={Number(cy)} />
          )
          return (
            <Line
              key={name}
              name={name}
              dataKey={({ values }: Point) => values[line]}
              stroke={look.colour}
              strokeWidth={2}
              strokeDasharray={look.dash}
              isAnimationActive={false}
              dot={points.length > crowded ? false : mark}
              activeDot={({ cx, cy, index }: DotPlace) => (
                <Mark key={index} look={look} x={Number(cx)} y={Number(cy)} size={5} />
              )}
            />
          )
        })}
        <Names lines={lines} last={points.at(-1)} />
        {announcer && <Announcement lines={lines} into={announcer} />}
      </LineChart>
      <p ref={setAnnouncer} aria-live="polite" className="sr-only" />
    </>
  )
}

interface DotPlace {
  readonly cx?: number | string
  readonly cy?: number | string
  readonly index: number
}

const rowHeight = 16

/** The name of each line at its end, moved apart where the ends meet. */
function Names({ lines, last }: { readonly lines: readonly string[]; readonly last: Point | undefined }) {
  const plot = usePlotArea()
  const height = useYAxisScale()
  if (!plot || !height || !last) return null
  const ends = lines
    .map((name, line) => ({ name, line, y: height(last.values[line]) ?? 0 }))
    .sort((one, other) => one.y - other.y)
  let free = Number.NEGATIVE_INFINITY
  const bottom = plot.y + plot.height
  return ends.map(({ name, line, y }, place) => {
    const below = ends.length - 1 - place
    free = Math.min(Math.max(y, free), bottom - below * rowHeight)
    const at = free
    free += rowHeight
    return (
      <text
        key={name}
        x={plot.x + plot.width + 10}
        y={at}
        dominantBaseline="central"
        fill={(looks[line] ?? looks[0]).colour}
        fontWeight={600}
      >
        {name}
      </text>
    )
  })
}

/** What is at the point under the pointer or the keys. */
function Reading({ lines }: { readonly lines: readonly string[] }) {
  const point = useActivePoint()
  if (!point) return null
  return (
    <div className="floating px-3 py-2 text-console">
      <p className="font-medium">{point.label}</p>
      {lines.map((name, line) => (
        <p key={name} className="flex items-center gap-2">
          <Swatch look={looks[line] ?? looks[0]} />
          <span className="flex-1 text-fg-muted">{name}</span>
          <span className="font-semibold">{point.values[line]}</span>
        </p>
      ))}
    </div>
  )
}

/** In a place of its own that is always there: a live region that comes and goes is not read. */
function Announcement({ lines, into }: { readonly lines: readonly string[]; readonly into: HTMLElement }) {
  const point = useActivePoint()
  return createPortal(point ? spoken(lines, point) : '', into)
}

const useActivePoint = () => {
  const [point] = useActiveTooltipDataPoints<Point>() ?? []
  return useIsTooltipActive() ? point : undefined
}
