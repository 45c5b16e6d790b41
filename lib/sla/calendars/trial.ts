import { dayLength } from '@/lib/day-length'
import { deadline } from '../business-time'
import type { Hours } from '../calendar'
import { compiledOf, openYear, yearOf } from '../open-years'
import { openAmountWord } from '../policies/amount'
import { clipped } from '../spans'
import { momentOf, wallAt, wallOf } from './wall'
import { dayInWords, timeInWords } from './words'

/** One date between the start and the deadline. */
export interface Step {
  /** `Mon 23 Nov` */
  readonly day: string
  /** What counted, in order; nothing: it was closed. */
  readonly counted: readonly { readonly from: string; readonly to: string; readonly seconds: number }[]
  /** The name of the special day. */
  readonly special: string | undefined
}

export interface Trial {
  /** `Tue 24 Nov, 10:00` */
  readonly due: string
  readonly steps: readonly Step[]
}

const longest = 10 * 366

/**
 * When a target of `seconds` that starts at `created` (`YYYY-MM-DDTHH:MM` on the clocks of the calendar) is due, and which
 * hours count on the way. Throws RangeError where there is no such time, or none within ten years.
 */
export function trial(hours: Hours, created: string, seconds: number): Trial {
  if (!(seconds > 0)) throw new RangeError('Give a target')
  const { timeZone } = hours
  const start = momentOf(timeZone, wallOf(created))
  const due = deadline(hours, new Date(start), seconds).getTime()
  const [wallStart, wallDue] = [wallAt(timeZone, start), wallAt(timeZone, due)]
  const [first, year] = [dayOf(wallStart), yearOf(wallStart)]
  // Due at midnight is due at the end of a day, not on the next.
  const last = Math.max(first, dayOf(wallDue - 1))
  if (last - first > longest) throw new RangeError('That is more than ten years away')
  const { hoursOn } = compiledOf(hours)
  const steps = Array.from({ length: last - first + 1 }, (_, place) => ({
    day: dayInWords(first + place, year),
    counted: countedOn(hours, first + place, { from: start, to: due }),
    special: hoursOn(first + place).special?.name,
  }))
  return {
    due: `${dayInWords(dayOf(wallDue), year)}, ${timeInWords(wallDue - dayOf(wallDue) * dayLength)}`,
    steps,
  }
}

/** `Mon 23 Nov: 09:00–12:00 3 h counted, 13:00–17:00 4 h; Tue 24 Nov: 09:00–10:00 1 h. Due Tue 24 Nov, 10:00` */
export function trialInWords({ due, steps }: Trial) {
  let counted = ' counted'
  const days = steps.map((step) => {
    const words = step.counted.map(({ from, to, seconds }) => {
      const span = `${from}–${to} ${openAmountWord(seconds)}${counted}`
      counted = ''
      return span
    })
    return `${step.day}: ${words.join(', ') || closedInWords(step)}`
  })
  return `${days.join('; ')}. Due ${due}`
}

export const closedInWords = ({ special }: Step) => (special ? `closed (${special})` : 'closed')

const dayOf = (wall: number) => Math.floor(wall / dayLength)

function countedOn(hours: Hours, day: number, limits: { readonly from: number; readonly to: number }) {
  const { timeZone } = hours
  const midnights = {
    from: momentOf(timeZone, day * dayLength),
    to: momentOf(timeZone, (day + 1) * dayLength),
  }
  const years = [...new Set([yearOf(midnights.from), yearOf(midnights.to)])]
  const openings = years.flatMap((year) => openYear(hours, year).openings)
  return clipped(clipped(openings, midnights), limits).map(({ from, to }) => ({
    from: timeInWords(wallAt(timeZone, from) - dayOf(wallAt(timeZone, from)) * dayLength),
    to: to === midnights.to ? '24:00' : timeInWords(wallAt(timeZone, to) - day * dayLength),
    seconds: (to - from) / 1000,
  }))
}
