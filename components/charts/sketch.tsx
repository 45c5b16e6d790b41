import clsx from 'clsx'
import { type Look, placeOf } from './series'

interface SketchProps {
  readonly lines: readonly { readonly look: Look; readonly values: readonly (number | null)[] }[]
  /** The value at its upper edge; the lower one is zero. */
  readonly most: number
  readonly className?: string
}

/** Lines alone, stretched over whatever room there is: drawn without a script. What they show is said elsewhere. */
export const Sketch = ({ lines, most, className }: SketchProps) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 100 100"
    preserveAspectRatio="none"
    className={clsx('overflow-visible', className)}
  >
    {lines.map(({ look, values }) => (
      <path
        key={look.colour}
        d={pathOf(values, most)}
        fill="none"
        stroke={look.colour}
        strokeWidth={2}
        strokeDasharray={look.dash}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    ))}
  </svg>
)

/** Begins anew behind a gap; a point between two gaps is a dot. */
function pathOf(values: readonly (number | null)[], most: number) {
  const height = (value: number) => round(100 - (100 * value) / Math.max(most, 1))
  return values
    .map((value, point) => {
      if (value === null) return ''
      const at = `${round(100 * placeOf(point, values.length))} ${height(value)}`
      return (values[point - 1] ?? null) === null ? `M${at}h0` : `L${at}`
    })
    .join('')
}

const round = (number: number) => Math.round(100 * number) / 100
