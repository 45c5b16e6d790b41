import type { Look } from './series'

interface MarkProps {
  readonly look: Look
  readonly x: number
  readonly y: number
  /** Half its width. */
  readonly size?: number
}

/** The shape of a line at a point, in the line's colour on the colour of the page. */
export function Mark({ look, x, y, size = 3 }: MarkProps) {
  const paint = { fill: look.colour, stroke: 'var(--surface)', strokeWidth: 1 }
  if (look.shape === 'disc') return <circle cx={x} cy={y} r={size} {...paint} />
  const square = <rect x={x - size} y={y - size} width={2 * size} height={2 * size} {...paint} />
  return look.shape === 'square' ? square : <g transform={`rotate(45 ${x} ${y})`}>{square}</g>
}

/** A line with its mark, for the words that name it. */
export function Swatch({ look }: { readonly look: Look }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 10" className="h-2.5 w-5 shrink-0">
      <path d="M0 5h20" stroke={look.colour} strokeWidth={2} strokeDasharray={look.dash} />
      <Mark look={look} x={10} y={5} size={3} />
    </svg>
  )
}
