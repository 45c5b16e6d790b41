import { inWords, type Measure } from './words'

/** How the n-th line looks: told apart by colour, dash and shape, so that no one of them is needed. */
export interface Look {
  readonly colour: string
  readonly dash?: string
  readonly shape: 'disc' | 'square' | 'diamond'
}

const looks: readonly [Look, ...Look[]] = [
  { colour: 'var(--chart-c1)', shape: 'disc' },
  { colour: 'var(--chart-c2)', dash: '5 4', shape: 'square' },
  { colour: 'var(--chart-c3)', dash: '1.5 4', shape: 'diamond' },
]

export const lookOf = (line: number): Look => looks[line] ?? looks[0]

/** What is counted or measured at a place, and the tickets behind it; null: there is nothing to measure. */
export interface Value {
  readonly value: number | null
  readonly href: string
}

/** One place on the time axis; `values` are in the order of the lines. */
export interface Point {
  /** In full, for reading out: `Mon 23 Nov 2026`. */
  readonly label: string
  /** Under the axis: `23 Nov`. */
  readonly tick: string
  readonly values: readonly Value[]
}

export interface Line {
  readonly name: string
  /** Of all points together, which is for the one who counts to say: a median of medians is none. */
  readonly whole: Value
}

export interface Chart {
  readonly title: string
  readonly measure: Measure
  /** At most three. */
  readonly lines: readonly Line[]
  readonly points: readonly Point[]
}

/** Whether there is anything to draw. */
export const isEmpty = ({ measure, points }: Chart) =>
  points.every(({ values }) =>
    values.every(({ value }) => value === null || (measure === 'count' && value === 0)),
  )

export const mostOf = ({ points }: Chart) =>
  Math.max(0, ...points.flatMap(({ values }) => values.map(({ value }) => value ?? 0)))

/** Where a point lies from left to right, from 0 to 1; a single one lies in the middle. */
export const placeOf = (point: number, count: number) => (count === 1 ? 0.5 : point / (count - 1))

/** `Mon 23 Nov 2026: created 12`. */
export const spoken = (measure: Measure, { name }: Line, label: string, value: number) =>
  `${label}: ${name.toLowerCase()} ${inWords(measure, value)}`
