import { z } from 'zod'
import { dayLength } from '@/lib/day-length'
import { line } from '@/lib/text'
import { timeZone } from '@/lib/time-zone'
import { type Hours, type Span, spanOf, timeOfDay, weekdays, weekdayWord } from './calendar'

const mostDays = 2000
const mostWindows = 24
const longestName = 120

// What comes after takes it for a time.
const time = z.string().refine(isTime, { message: 'Write a time as HH:MM', abort: true })
const window = z
  .tuple(
    [time.refine((open) => timeOfDay(open) < dayLength, 'Open at 00:00, not at 24:00'), time],
    'Give an opening and a closing time',
  )
  .refine(
    ([open, close]) => timeOfDay(open) !== timeOfDay(close),
    'It closes when it opens; a whole day is from midnight to midnight',
  )

const windows = z.array(window).max(mostWindows, `At most ${mostWindows} windows a day`)

const weekly = z.partialRecord(z.enum(weekdays), windows).superRefine((week, context) => {
  if (!weekdays.some((weekday) => week[weekday]?.length))
    context.addIssue({ code: 'custom', message: 'A calendar needs at least one open hour' })
  for (const [place, weekday] of weekdays.entries()) {
    const before = weekdays.at(place - 1) ?? weekday
    const intoThisDay = spansOf(week[before]).map(({ from, to }) => ({
      from: from - dayLength,
      to: to - dayLength,
    }))
    const spans = spansOf(week[weekday])
    for (const [index, span] of spans.entries()) {
      const message = overlaps(span, spans.slice(0, index))
        ? 'These hours overlap with others of the day'
        : overlaps(span, intoThisDay) &&
          `These hours overlap with those of ${weekdayWord[before]}, which run past midnight`
      if (message) context.addIssue({ code: 'custom', path: [weekday, index], message })
    }
  }
})

/** Of one date: nothing runs past its midnight. */
const hoursOfDate = windows
  .min(1, 'Give hours, or leave them out: then it is closed all day')
  .superRefine((given, context) => {
    for (const [index, span] of spansOf(given).entries()) {
      const message =
        span.to > dayLength
          ? 'The hours of a special day end at midnight: close then'
          : overlaps(span, spansOf(given.slice(0, index))) && 'These hours overlap with others of the day'
      if (message) context.addIssue({ code: 'custom', path: [index], message })
    }
  })

const specialDay = z.strictObject({
  date: z.string().refine(isDate, 'Write a day that exists, as YYYY-MM-DD, or as MM-DD for every year'),
  name: z
    .string()
    .trim()
    .min(1, 'Give the day a name')
    .max(longestName, `At most ${longestName} characters`)
    .pipe(line('The name', longestName)),
  closed: hoursOfDate.optional(),
  open: hoursOfDate.optional(),
})

const days = z
  .array(specialDay)
  .max(mostDays, `At most ${mostDays} special days`)
  .superRefine((given, context) => {
    const seen = new Set<string>()
    for (const [index, { date }] of given.entries()) {
      if (seen.has(date))
        context.addIssue({ code: 'custom', path: [index, 'date'], message: `${date} is there already` })
      seen.add(date)
    }
  })

/** A calendar from outside. Whoever passes has an open hour in every week, so that a search for one comes to an end. */
export const hoursShape = z.strictObject({ timeZone, weekly, days }) satisfies z.ZodType<Hours>

function isTime(text: string) {
  try {
    return timeOfDay(text) >= 0
  } catch {
    return false
  }
}

/** 29 February is a day of every year that has it. */
function isDate(text: string) {
  const date = /^\d\d-\d\d$/.test(text) ? `2000-${text}` : text
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

const spansOf = (given: readonly (readonly [string, string])[] = []) => given.map(spanOf)

const overlaps = ({ from, to }: Span, others: readonly Span[]) =>
  others.some((other) => from < other.to && other.from < to)
