import { z } from 'zod'
import { line } from '@/lib/text'
import { type Hours, type SpecialDay, spanOf, type Window, weekdays } from '../calendar'
import { hoursShape } from '../hours-shape'
import { weekdayWords } from './words'

const calendarShape = z.object({ name: line('Name', 80), hours: hoursShape })

/** A calendar as its form posts it: the hours are JSON. */
export const calendarForm = z
  .object({ name: z.string(), hours: z.string() })
  .superRefine((posted, context) => {
    const read = calendarShape.safeParse(unpacked(posted))
    for (const { path, message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [fieldOf(path)], message: whereOf(path) + message })
  })

type Posted = z.output<typeof calendarForm>

/** What a form that fits says, in order. */
export function calendarIn(posted: Posted) {
  const { name, hours } = calendarShape.parse(unpacked(posted))
  return { name, hours: tidy(hours) }
}

function unpacked({ name, hours }: Posted) {
  try {
    return { name, hours: JSON.parse(hours) }
  } catch {
    return { name, hours: undefined }
  }
}

/** The field that shows it: `name`, `timeZone`, `weekly`, `weekly-mon-0`, `days-3-date`, `days-3-open-0`. */
function fieldOf([first, ...rest]: readonly PropertyKey[]) {
  if (first !== 'hours') return String(first)
  const depth = rest[0] === 'weekly' ? 3 : 4
  return rest.length > 0 ? rest.slice(0, depth).map(String).join('-') : 'weekly'
}

/** `Mon: `, for those who read all that is wrong in one list. */
function whereOf([, list, weekday]: readonly PropertyKey[]) {
  const place = list === 'weekly' ? weekdays.map(String).indexOf(String(weekday)) : -1
  return place < 0 ? '' : `${weekdayWords[place]}: `
}

/** The same hours in one order, so that two calendars that say the same are the same. */
function tidy({ timeZone, weekly, days }: Hours): Hours {
  return {
    timeZone,
    weekly: Object.fromEntries(
      weekdays.flatMap((weekday) => {
        const windows = weekly[weekday] ?? []
        return windows.length > 0 ? [[weekday, inOrder(windows)]] : []
      }),
    ),
    days: days.map(tidyDay).toSorted((one, other) => one.date.localeCompare(other.date)),
  }
}

const tidyDay = ({ date, name, closed, open }: SpecialDay): SpecialDay => ({
  date,
  name,
  ...(closed && { closed: inOrder(closed) }),
  ...(open && { open: inOrder(open) }),
})

const inOrder = (windows: readonly Window[]) =>
  windows.toSorted((one, other) => spanOf(one).from - spanOf(other).from)
