import { dayLength } from '@/lib/day-length'
import { yearOf } from '../open-years'
import { stretchesOf } from '../zone'

/*
 * What the clocks on the wall of a zone show, in milliseconds, as if the wall were in UTC: so its date is found by dividing
 * and its words by `toISOString`.
 */

export function wallAt(timeZone: string, at: number): number {
  const here = stretchesOf(timeZone, yearOf(at)).find(({ from, to }) => from <= at && at < to)
  return at + (here?.ahead ?? 0)
}

/** The first moment at which the clocks show that; where they skip it, the moment at which they do. */
export function momentOf(timeZone: string, wall: number): number {
  const years = new Set([yearOf(wall - dayLength), yearOf(wall), yearOf(wall + dayLength)])
  const stretches = [...years].flatMap((year) => stretchesOf(timeZone, year))
  for (const { from, to, ahead } of stretches) if (wall - ahead < to) return Math.max(from, wall - ahead)
  throw new RangeError('There is no such time')
}

/** `YYYY-MM-DDTHH:MM`, as date and time fields give it. Throws RangeError where that is no time. */
export function wallOf(local: string): number {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN
  if (Number.isNaN(wall)) throw new RangeError('Give a date and a time')
  return wall
}

/** The time that date and time fields show. */
export const localAt = (timeZone: string, at: number) =>
  new Date(wallAt(timeZone, at)).toISOString().slice(0, 16)
