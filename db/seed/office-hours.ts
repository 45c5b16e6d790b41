import { zoneOffset } from '@/lib/zone-offset'
import type { Random } from './random'
import { day, hour, later, minute } from './story'

/** Midnight of the day of `moment` in a time zone, and which weekday it is (0: Sunday). */
export function localDay(moment: Date, timeZone: string) {
  const offset = zoneOffset(timeZone, moment.getTime())
  const local = new Date(moment.getTime() + offset)
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
  return {
    start: new Date(midnight - zoneOffset(timeZone, midnight - offset)),
    weekday: local.getUTCDay(),
  }
}

export const isWeekend = (weekday: number) => weekday === 0 || weekday === 6

/** When the team is there, from and to which hour. Somebody is on duty for what cannot wait. */
const hours = {
  workday: [7.5, 18.5],
  saturday: [9, 13],
  duty: [6, 23],
} as const

/** When somebody of the team gets to it: `wait` after `moment`, or once the team is there again. */
export function atWork(random: Random, moment: Date, wait: number, timeZone: string, duty: boolean): Date {
  let candidate = later(moment, wait)
  for (;;) {
    const { start, weekday } = localDay(candidate, timeZone)
    const [opens, closes] = duty ? hours.duty : weekday === 6 ? hours.saturday : hours.workday
    const time = candidate.getTime() - start.getTime()
    const open = duty || weekday !== 0
    if (open && time < opens * hour) return later(start, (opens + random.between(0, 1.2)) * hour)
    if (open && time < closes * hour) return candidate
    candidate = later(start, day + 2 * hour)
  }
}

/** A time of day at which customers write: mornings most, a dip at lunch, a few in the evening. */
export function writingHour(random: Random) {
  const time = random.weighted([
    [7, 4],
    [8, 9],
    [9, 13],
    [10, 13],
    [11, 10],
    [12, 6],
    [13, 8],
    [14, 10],
    [15, 8],
    [16, 6],
    [17, 4],
    [18, 2],
    [19, 2],
    [20, 2],
    [21, 1],
    [22, 1],
    [5, 1],
  ])
  return time * hour + random.between(0, 60) * minute
}
