import { expect, test } from 'vitest'
import { hoursShape } from './hours-shape'

const calendar = (more: Readonly<Record<string, unknown>> = {}) => ({
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['09:00', '17:00']] },
  days: [],
  ...more,
})
const week = (weekly: unknown) => calendar({ weekly })
const day = (more: Readonly<Record<string, unknown>>) =>
  calendar({ days: [{ date: '2026-12-24', name: 'Christmas Eve', ...more }] })
const complaints = (given: unknown) =>
  hoursShape.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

test.each([
  ['an office', calendar()],
  ['a whole day', week({ mon: [['00:00', '24:00']] })],
  ['hours to the second', week({ mon: [['09:00:30', '17:00:59']] })],
  [
    'windows that touch',
    week({
      mon: [
        ['09:00', '12:00'],
        ['12:00', '17:00'],
      ],
    }),
  ],
  ['a night shift up to the morning shift', week({ sun: [['22:00', '06:00']], mon: [['06:00', '14:00']] })],
  ['a shift up to midnight', week({ sun: [['22:00', '00:00']], mon: [['00:00', '06:00']] })],
  ['29 February of every year', day({ date: '02-29' })],
  ['a part of a day', day({ closed: [['14:00', '24:00']] })],
  [
    'one year’s own Christmas',
    calendar({
      days: [
        { date: '12-25', name: 'A' },
        { date: '2026-12-25', name: 'B' },
      ],
    }),
  ],
])('%s is a calendar', (_, given) => {
  expect(hoursShape.parse(given)).toEqual(given)
})

test.each([
  ['an unknown zone', calendar({ timeZone: 'Europe/Atlantis' }), 'timeZone: This is not a time zone'],
  ['a week without hours', week({}), 'weekly: A calendar needs at least one open hour'],
  ['a week of closed days', week({ mon: [], sun: [] }), 'weekly: A calendar needs at least one open hour'],
  [
    'an unknown weekday',
    week({ mon: [['09:00', '17:00']], monday: [] }),
    'weekly: Unrecognized key: "monday"',
  ],
  ['a time without its zero', week({ mon: [['9:00', '17:00']] }), 'weekly.mon.0.0: Write a time as HH:MM'],
  [
    'a time that no clock shows',
    week({ mon: [['09:00', '17:60']] }),
    'weekly.mon.0.1: Write a time as HH:MM',
  ],
  [
    'a time after midnight’s midnight',
    week({ mon: [['09:00', '24:01']] }),
    'weekly.mon.0.1: Write a time as HH:MM',
  ],
  [
    'an opening at the end of the day',
    week({ mon: [['24:00', '09:00']] }),
    'weekly.mon.0.0: Open at 00:00, not at 24:00',
  ],
  ['half a window', week({ mon: [['09:00']] }), 'weekly.mon.0: Give an opening and a closing time'],
  [
    'an empty window',
    week({ mon: [['09:00', '09:00']] }),
    'weekly.mon.0: It closes when it opens; a whole day is from midnight to midnight',
  ],
  [
    'windows that overlap',
    week({
      mon: [
        ['09:00', '12:00'],
        ['11:59', '17:00'],
      ],
    }),
    'weekly.mon.1: These hours overlap with others of the day',
  ],
  [
    'a night that runs into the morning',
    week({ tue: [['22:00', '06:00']], wed: [['05:59', '14:00']] }),
    'weekly.wed.0: These hours overlap with those of Tuesday, which run past midnight',
  ],
  [
    'a Sunday that runs into Monday',
    week({ sun: [['22:00', '06:00']], mon: [['00:00', '24:00']] }),
    'weekly.mon.0: These hours overlap with those of Sunday, which run past midnight',
  ],
  [
    '30 February',
    day({ date: '2026-02-30' }),
    'days.0.date: Write a day that exists, as YYYY-MM-DD, or as MM-DD for every year',
  ],
  [
    '29 February of a year without one',
    day({ date: '2027-02-29' }),
    'days.0.date: Write a day that exists, as YYYY-MM-DD, or as MM-DD for every year',
  ],
  [
    'two special days on one date',
    calendar({
      days: [
        { date: '12-25', name: 'A' },
        { date: '12-25', name: 'B' },
      ],
    }),
    'days.1.date: 12-25 is there already',
  ],
  ['a day without a name', day({ name: ' ' }), 'days.0.name: Give the day a name'],
  ['a name without end', day({ name: 'x'.repeat(121) }), 'days.0.name: At most 120 characters'],
  [
    'a special day that runs past midnight',
    day({ open: [['22:00', '02:00']] }),
    'days.0.open.0: The hours of a special day end at midnight: close then',
  ],
  [
    'closed hours that overlap',
    day({
      closed: [
        ['10:00', '12:00'],
        ['11:00', '13:00'],
      ],
    }),
    'days.0.closed.1: These hours overlap with others of the day',
  ],
  [
    'no hours where some are announced',
    day({ open: [] }),
    'days.0.open: Give hours, or leave them out: then it is closed all day',
  ],
  [
    'more days than anybody has',
    calendar({
      days: Array.from({ length: 2001 }, (_, place) => ({
        date: new Date(place * 86_400_000).toISOString().slice(0, 10),
        name: 'Closed',
      })),
    }),
    'days: At most 2000 special days',
  ],
])('%s is refused where it stands', (_, given, complaint) => {
  expect(complaints(given)).toEqual([complaint])
})
