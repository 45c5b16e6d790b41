import { Mark, Swatch } from './mark'
import { type Chart, lookOf, type Point, placeOf } from './series'
import { inWords } from './words'

interface ReadingProps extends Pick<Chart, 'measure' | 'lines'> {
  readonly point: Point
  readonly place: number
  readonly count: number
  /** The value at the upper edge of the plot. */
  readonly top: number
}

/** What is at the point under the pointer or the keys; who cannot see it is told by the links of the points. */
export function Reading({ measure, lines, point, place, count, top }: ReadingProps) {
  const across = 100 * placeOf(place, count)
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <span className="absolute inset-y-0 border-border-strong border-s" style={{ left: `${across}%` }} />
      {point.values.map(
        ({ value }, row) =>
          value !== null && (
            <svg
              key={lines[row]?.name}
              aria-hidden="true"
              viewBox="-6 -6 12 12"
              className="absolute size-3 -translate-x-1/2 translate-y-1/2"
              style={{ left: `${across}%`, bottom: `${(100 * value) / top}%` }}
            >
              <Mark look={lookOf(row)} x={0} y={0} size={4.5} />
            </svg>
          ),
      )}
      <div
        className="floating absolute top-0 z-10 whitespace-nowrap px-3 py-2 text-console"
        style={across > 50 ? { right: `calc(${100 - across}% + 14px)` } : { left: `calc(${across}% + 14px)` }}
      >
        <p className="font-medium">{point.label}</p>
        {lines.map(({ name }, row) => {
          const value = point.values[row]?.value ?? null
          return (
            <p key={name} className="flex items-center gap-2">
              <Swatch look={lookOf(row)} />
              <span className="flex-1 pe-3 text-fg-muted">{name}</span>
              <span className="font-semibold">{value === null ? '—' : inWords(measure, value)}</span>
            </p>
          )
        })}
      </div>
    </div>
  )
}
