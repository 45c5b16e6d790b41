import type { Measure } from './words'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Steps that people count time in, in seconds. */
const steps = [1, 2, 5, 10, 15, 30]
  .map((minutes) => minutes * minute)
  .concat(
    [1, 2, 3, 6, 12].map((hours) => hours * hour),
    [1, 2, 5].map((days) => days * day),
  )

const mostSteps = 4

/** Where an axis has its lines: from zero to the first that is not below `most`, evenly and in round numbers. */
export function ticks(measure: Measure, most: number): readonly number[] {
  if (measure === 'percent') return [0, 25, 50, 75, 100]
  const step =
    measure === 'duration'
      ? (steps.find((one) => one * mostSteps >= most) ?? day * roundStep(most / day))
      : roundStep(most)
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, place) => place * step)
}

/** 1, 2 or 5 and zeros behind it: whole, as what it counts. */
function roundStep(most: number) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / mostSteps)))
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one * mostSteps >= most) ?? power
}

/** Which of so many points have a name under the axis: few enough for a phone, evenly from the first on. */
export function namedPoints(count: number, most = 6): readonly number[] {
  const step = Math.ceil(count / most)
  return Array.from({ length: Math.ceil(count / step) }, (_, place) => place * step)
}
