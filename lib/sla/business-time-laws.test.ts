import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deadline,
  deadlineWithPauses,
  elapsed,
  elapsedWithPauses,
  isOpen,
  nextOpening,
} from './business-time'
import { type Hours, type SpecialDay, type Window, weekdays } from './calendar'
import { hoursShape } from './hours-shape'

fc.configureGlobal({ numRuns: 150 })

/** Whole and half hours of daylight saving, none, and a day that never was. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
]
const clockTime = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Windows of a day that do not overlap, in order. */
const windows = (limit: number, most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: limit }), { minLength: 2, maxLength: 2 * most })
    .map((marks) => marks.sort((one, other) => one - other))
    .map((marks) =>
      marks.flatMap((mark, place): Window[] => {
        const next = marks[place + 1]
        return place % 2 === 0 && next !== undefined ? [[clockTime(mark), clockTime(next)]] : []
      }),
    )

const date = fc
  .tuple(fc.integer({ min: 2024, max: 2029 }), fc.integer({ min: 0, max: 365 }), fc.boolean())
  .map(([year, day, yearly]) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(yearly ? 5 : 0, 10))

const specialDay: fc.Arbitrary<SpecialDay> = fc.oneof(
  fc.record({ date, name: fc.constant('Closed') }),
  fc.record({ date, name: fc.constant('Part'), closed: windows(1440, 2) }),
  fc.record({ date, name: fc.constant('Other'), open: windows(1440, 2) }),
)

/** With night shifts among them: those that overlap with the next morning are sorted out by the shape. */
const weekday = fc.oneof(
  windows(1440, 3),
  windows(1320, 2).map((day): Window[] => [...day, ['22:30', '24:00']]),
  fc.constant<Window[]>([['22:30', '00:30']]),
  fc.constant<Window[]>([]),
)

const hoursOf = (timeZones: readonly string[]): fc.Arbitrary<Hours> =>
  fc
    .record({
      timeZone: fc.constantFrom(...timeZones),
      weekly: fc
        .tuple(...weekdays.map(() => weekday))
        .map((days) => Object.fromEntries(weekdays.map((name, place) => [name, days[place] ?? []]))),
      days: fc.uniqueArray(specialDay, { selector: (day) => day.date, maxLength: 12 }),
    })
    .filter((hours) => hoursShape.safeParse(hours).success)

const calendar = fc.option(hoursOf(zones), { freq: 8 })
const moment = fc
  .integer({ min: Date.UTC(2025, 0) / 1000, max: Date.UTC(2028, 0) / 1000 })
  .map((seconds) => new Date(seconds * 1000))
const span = fc.integer({ min: 1, max: 40 * 24 * 3600 })

/** A calendar may have so little open time that the deadline is out of reach. */
function within(work: () => void) {
  try {
    work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    fc.pre(false)
  }
}

test('until a deadline exactly the promised time passes, and not before it', () => {
  fc.assert(
    fc.property(calendar, moment, span, (hours, start, seconds) =>
      within(() => {
        const due = deadline(hours, start, seconds)
        expect(elapsed(hours, start, due)).toBe(seconds)
        expect(elapsed(hours, start, new Date(due.getTime() - 1))).toBe((seconds * 1000 - 1) / 1000)
      }),
    ),
  )
})

test('counting back finds the last moment from which so much passes', () => {
  fc.assert(
    fc.property(calendar, moment, span, (hours, end, seconds) =>
      within(() => {
        const begin = deadline(hours, end, -seconds)
        expect(elapsed(hours, begin, end)).toBe(seconds)
        expect(elapsed(hours, new Date(begin.getTime() + 1), end)).toBe((seconds * 1000 - 1) / 1000)
      }),
    ),
  )
})

test('who starts later or is promised more time is never due earlier', () => {
  fc.assert(
    fc.property(calendar, moment, moment, span, span, (hours, one, other, short, long) =>
      within(() => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(+deadline(hours, early, short)).toBeLessThanOrEqual(+deadline(hours, late, short))
        expect(+deadline(hours, one, Math.min(short, long))).toBeLessThanOrEqual(
          +deadline(hours, one, Math.max(short, long)),
        )
      }),
    ),
  )
})

test('a promise in two parts is due when the whole is', () => {
  fc.assert(
    fc.property(calendar, moment, span, span, (hours, start, first, second) =>
      within(() =>
        expect(deadline(hours, deadline(hours, start, first), second)).toEqual(
          deadline(hours, start, first + second),
        ),
      ),
    ),
  )
})

test('elapsed time adds up, and a way back takes it away again', () => {
  fc.assert(
    fc.property(calendar, moment, moment, moment, (hours, one, two, three) => {
      expect(elapsed(hours, one, two) + elapsed(hours, two, three)).toBe(elapsed(hours, one, three))
      expect(elapsed(hours, one, two)).toBe(0 - elapsed(hours, two, one))
      expect(elapsed(hours, one, one)).toBe(0)
    }),
  )
})

const pauses = fc.array(
  fc
    .tuple(moment, fc.integer({ min: 0, max: 20 * 24 * 3600 }))
    .map(([from, seconds]) => ({ from, to: new Date(from.getTime() + seconds * 1000) })),
  { maxLength: 6 },
)

test('until a deadline with pauses exactly the promised time passes outside them', () => {
  fc.assert(
    fc.property(calendar, moment, span, pauses, (hours, start, seconds, given) =>
      within(() => {
        const due = deadlineWithPauses(hours, start, seconds, given)
        expect(due && elapsedWithPauses(hours, start, due, given)).toBe(seconds)
        const before = new Date(+(due ?? start) - 1)
        expect(elapsedWithPauses(hours, start, before, given)).toBe((seconds * 1000 - 1) / 1000)
      }),
    ),
  )
})

test('how pauses are cut, doubled and ordered makes no difference', () => {
  fc.assert(
    fc.property(
      calendar,
      moment,
      span,
      pauses,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (hours, start, seconds, given, share) =>
        within(() => {
          const cut = given
            .flatMap(({ from, to }) => {
              const middle = new Date(Math.round(+from + (+to - +from) * share))
              return [
                { from: middle, to },
                { from, to: middle },
                { from, to: middle },
              ]
            })
            .reverse()
          expect(deadlineWithPauses(hours, start, seconds, cut)).toEqual(
            deadlineWithPauses(hours, start, seconds, given),
          )
          const end = new Date(+start + seconds * 1000)
          expect(elapsedWithPauses(hours, start, end, cut)).toBe(elapsedWithPauses(hours, start, end, given))
        }),
    ),
  )
})

test('the next opening is open, and nothing is open before it', () => {
  fc.assert(
    fc.property(calendar, moment, (hours, at) =>
      within(() => {
        const opening = nextOpening(hours, at)
        expect(isOpen(hours, opening)).toBe(true)
        expect(elapsed(hours, at, opening)).toBe(0)
        expect(isOpen(hours, at)).toBe(+opening === +at)
      }),
    ),
  )
})

test.each([
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/St_Johns', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Asia/Kolkata', '2028-02-29', '2027-03-01'],
  ['Pacific/Apia', '2011-12-29', '2011-12-31'],
])('in %s it is open when the clocks on the wall say so, around %s and %s too', (timeZone, ...dates) => {
  fc.assert(
    fc.property(
      hoursOf([timeZone]),
      fc.constantFrom(...dates),
      fc.integer({ min: -24, max: 40 }),
      (hours, near, hour) => {
        const begin = Date.parse(`${near}T00:00:00Z`) + hour * 3_600_000
        const minutes = Array.from({ length: 240 }, (_, minute) => new Date(begin + minute * 60_000))
        const open = minutes.filter((at) => openByTheWall(hours, at))
        expect(minutes.filter((at) => isOpen(hours, at))).toEqual(open)
        expect(elapsed(hours, new Date(begin), new Date(begin + 240 * 60_000))).toBe(open.length * 60)
      },
    ),
  )
})

/** The rules told once more, minute by minute, from what Intl shows on the wall. */
function openByTheWall(hours: Hours, at: Date) {
  const { date, weekday, time } = wall(hours.timeZone, at)
  const special =
    hours.days.find((day) => day.date === date) ?? hours.days.find((day) => day.date === date.slice(5))
  if (special && !special.open && !special.closed) return false
  const isIn = ([open, close]: Window) => open <= time && time < close
  if (special?.closed?.some(isIn)) return false
  if (special?.open) return special.open.some(isIn)
  const place = weekdays.findIndex((name) => weekday.toLowerCase().startsWith(name))
  const own = hours.weekly[weekdays[place] ?? 'mon'] ?? []
  const before = hours.weekly[weekdays.at(place - 1) ?? 'mon'] ?? []
  return (
    own.some(([open, close]) => open <= time && (time < close || close <= open)) ||
    before.some(([open, close]) => close <= open && time < close)
  )
}

function wall(timeZone: string, at: Date) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((part) =>
    parts.get(part),
  )
  return { date: `${year}-${month}-${day}`, weekday: parts.get('weekday') ?? '', time: `${hour}:${minute}` }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string) {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  formats.set(timeZone, format)
  return format
}
