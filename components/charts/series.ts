/** How the n-th line looks: told apart by colour, dash and shape, so that no one of them is needed. */
export interface Look {
  readonly colour: string
  readonly dash?: string
  readonly shape: 'disc' | 'square'
}

export const looks: readonly [Look, Look] = [
  { colour: 'var(--chart-c1)', shape: 'disc' },
  { colour: 'var(--chart-c2)', dash: '5 4', shape: 'square' },
]

/** One place on the time axis; `values` are in the order of the lines. */
export interface Point {
  /** In full, for reading out: `Mon 23 Nov`. */
  readonly label: string
  /** Under the axis: `23 Nov`. */
  readonly tick: string
  readonly values: readonly number[]
}

export interface Chart {
  readonly title: string
  /** What its lines are called, at most as many as there are looks. */
  readonly lines: readonly string[]
  readonly points: readonly Point[]
}

export const totals = ({ lines, points }: Pick<Chart, 'lines' | 'points'>) =>
  lines.map((name, line) => ({
    name,
    total: points.reduce((sum, { values }) => sum + (values[line] ?? 0), 0),
  }))

/** `Mon 23 Nov: filed 12, resolved 9`. */
export const spoken = (lines: readonly string[], { label, values }: Point) =>
  `${label}: ${lines.map((name, line) => `${name.toLowerCase()} ${values[line] ?? 0}`).join(', ')}`
