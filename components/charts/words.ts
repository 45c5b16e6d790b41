import { span } from '@/lib/time-words'

/** `3 h 5 m`; null stays null: nothing happened, which is not the same as at once. */
export const hoursInWords = (hours: number | null) => (hours === null ? null : span(hours * 3_600_000))

/** `98.2%`. */
export const percentInWords = (percent: number | null) => (percent === null ? null : `${percent}%`)

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `23 Nov` of `2026-11-23`. A date of the calendar has no time zone any more. */
export const dateInWords = (date: string) => {
  const day = new Date(date)
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]}`
}

/** `Mon 23 Nov`. */
export const dayInWords = (date: string) => `${weekdays[new Date(date).getUTCDay()]} ${dateInWords(date)}`
