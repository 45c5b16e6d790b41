import { span } from '@/lib/time-words'

/** What is counted or measured: durations in seconds. */
export type Measure = 'count' | 'percent' | 'duration'

const words = {
  count: (value: number) => value.toLocaleString('en'),
  percent: (value: number) => `${value}%`,
  duration: (seconds: number) => span(seconds * 1000),
} as const satisfies Record<Measure, (value: number) => string>

/** `1,204`, `98.2%`, `3 h 5 m`. */
export const inWords = (measure: Measure, value: number) => words[measure](value)
