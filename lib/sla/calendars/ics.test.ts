import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursShape } from '../hours-shape'
import { daysOfIcs } from './ics'
import { withMore } from './merged-days'

const today = new Date('2026-11-24T09:00:00Z')

const file = (...events: readonly (readonly string[])[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//desk//test//EN',
    ...events.flatMap((lines, place) => ['BEGIN:VEVENT', `UID:${place}@desk.test`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const days = (...events: readonly (readonly string[])[]) =>
  daysOfIcs(file(...events), 'Europe/Berlin', today).days

const dates = (...events: readonly (readonly string[])[]) => days(...events).map(({ date }) => date)

test('an event of a whole day closes it; of several, all of them; without an end, one', () => {
  expect(
    days(
      ['SUMMARY:Company day', 'DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261205'],
      ['SUMMARY:Bridge\\, long', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
      ['DTSTART;VALUE=DATE:20270401'],
    ),
  ).toEqual([
    { date: '2026-12-04', name: 'Company day' },
    { date: '2026-12-30', name: 'Bridge, long' },
    { date: '2026-12-31', name: 'Bridge, long' },
    { date: '2027-01-01', name: 'Bridge, long' },
    { date: '2027-04-01', name: 'Closed' },
  ])
})

test('an event with times closes its hours, on the clocks of the calendar', () => {
  const noon = { date: '2026-12-04', name: 'Meeting', closed: [['12:00', '13:30']] }
  for (const [start, end] of [
    ['DTSTART:20261204T120000', 'DTEND:20261204T133000'],
    ['DTSTART:20261204T110000Z', 'DTEND:20261204T123000Z'],
    ['DTSTART;TZID=America/New_York:20261204T060000', 'DURATION:PT1H30M'],
    [
      'DTSTART;TZID=W. Europe Standard Time:20261204T120000',
      'DTEND;TZID=W. Europe Standard Time:20261204T133000',
    ],
  ] as const)
    expect(days(['SUMMARY:Meeting', start, end])).toEqual([noon])
  expect(days(['SUMMARY:Reminder', 'DTSTART:20261204T120000'])).toEqual([])
})

test('over midnight it closes the end of one day and the beginning of another, and whole days between', () => {
  expect(days(['SUMMARY:Move', 'DTSTART:20261204T180000', 'DTEND:20261206T080000'])).toEqual([
    { date: '2026-12-04', name: 'Move', closed: [['18:00', '24:00']] },
    { date: '2026-12-05', name: 'Move' },
    { date: '2026-12-06', name: 'Move', closed: [['00:00', '08:00']] },
  ])
})

test('what comes every year is a day of every year', () => {
  expect(
    days(
      ['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20101225', 'DTEND;VALUE=DATE:20101227', 'RRULE:FREQ=YEARLY'],
      ['SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20100501', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'],
      ['SUMMARY:Leap', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'],
      ['SUMMARY:Early', 'DTSTART:20201224T140000', 'DTEND:20201224T180000', 'RRULE:FREQ=YEARLY'],
    ),
  ).toEqual([
    { date: '02-29', name: 'Leap' },
    { date: '05-01', name: 'Labour Day' },
    { date: '12-24', name: 'Early', closed: [['14:00', '18:00']] },
    { date: '12-25', name: 'Christmas' },
    { date: '12-26', name: 'Christmas' },
  ])
})

test('every year on a weekday, until a year, or with an exception, is read for the years around now', () => {
  expect(
    dates(['SUMMARY:Thanksgiving', 'DTSTART;VALUE=DATE:20101125', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH']),
  ).toEqual(['2025-11-27', '2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22'])
  expect(
    dates(['SUMMARY:Jubilee', 'DTSTART;VALUE=DATE:20200603', 'RRULE:FREQ=YEARLY;UNTIL=20270603']),
  ).toEqual(['2026-06-03', '2027-06-03'])
  expect(
    dates([
      'SUMMARY:Fair',
      'DTSTART;VALUE=DATE:20260701',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20270701',
      'RDATE;VALUE=DATE:20270708',
    ]),
  ).toEqual(['2026-07-01', '2027-07-08', '2028-07-01', '2029-07-01'])
})

test('every week, so many times', () => {
  expect(
    days([
      'SUMMARY:Standstill',
      'DTSTART:20261204T120000',
      'DTEND:20261204T130000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    ]),
  ).toEqual(
    ['2026-12-04', '2026-12-11', '2026-12-18'].map((date) => ({
      date,
      name: 'Standstill',
      closed: [['12:00', '13:00']],
    })),
  )
  expect(dates(['DTSTART;VALUE=DATE:20261130', 'RRULE:FREQ=DAILY;BYDAY=MO,TU;COUNT=4'])).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-07',
    '2026-12-08',
  ])
})

test('ends and exceptions that are told in UTC are of the days that they are where the event is', () => {
  const evening = ['DTSTART;TZID=America/New_York:20261201T200000', 'DURATION:PT1H']
  expect(
    daysOfIcs(
      file([...evening, 'RRULE:FREQ=DAILY;UNTIL=20261205T010000Z', 'EXDATE:20261203T010000Z']),
      'America/New_York',
      today,
    ).days.map(({ date }) => date),
  ).toEqual(['2026-12-01', '2026-12-03', '2026-12-04'])
})

test('a day of a series that was moved is closed where it went', () => {
  const series = file(['SUMMARY:Training', 'DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=WEEKLY;COUNT=2'])
  const moved = [
    'BEGIN:VEVENT',
    'UID:0@desk.test',
    'SUMMARY:Training, later',
    'RECURRENCE-ID;VALUE=DATE:20261211',
    'DTSTART;VALUE=DATE:20261212',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  expect(daysOfIcs(series.replace('END:VCALENDAR', moved), 'Europe/Berlin', today).days).toEqual([
    { date: '2026-12-04', name: 'Training' },
    { date: '2026-12-12', name: 'Training, later' },
  ])
  const cancelled = moved.replace('RECURRENCE-ID', 'STATUS:CANCELLED\r\nRECURRENCE-ID')
  expect(daysOfIcs(series.replace('END:VCALENDAR', cancelled), 'Europe/Berlin', today).days).toEqual([
    { date: '2026-12-04', name: 'Training' },
  ])
})

test('what repeats for ever is read for three years, and said to be', () => {
  const read = daysOfIcs(
    file(['SUMMARY:Weekly', 'DTSTART;VALUE=DATE:20200106', 'RRULE:FREQ=WEEKLY']),
    'Europe/Berlin',
    today,
  )
  expect(read.cut).toEqual(['Weekly'])
  expect(read.days.length).toBeGreaterThan(3 * 52)
  expect(read.days.length).toBeLessThan(4.1 * 53)
  expect(read.days.at(-1)?.date.slice(0, 4)).toBe('2029')
  expect(read.until.slice(0, 7)).toBe('2029-11')
})

test('two events of one day are one special day', () => {
  expect(
    days(
      ['SUMMARY:Lunch', 'DTSTART:20261204T120000', 'DTEND:20261204T130000'],
      ['SUMMARY:Talk', 'DTSTART:20261204T123000', 'DTEND:20261204T150000'],
      ['SUMMARY:Holiday', 'DTSTART;VALUE=DATE:20261205'],
      ['SUMMARY:Talk', 'DTSTART:20261205T120000', 'DTEND:20261205T130000'],
      ['SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20261206'],
    ),
  ).toEqual([
    { date: '2026-12-04', name: 'Lunch, Talk', closed: [['12:00', '15:00']] },
    { date: '2026-12-05', name: 'Holiday, Talk' },
  ])
})

test.each([
  ['nothing', '', 'no calendar file'],
  ['a page', '<html></html>', 'no calendar file'],
  ['half a file', file(['SUMMARY:x', 'DTSTART;VALUE=DATE:20261204']).slice(0, 90), 'malformed'],
  ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD\r\n', 'no calendar file'],
  ['no events', file(), 'no events'],
  ['no start', file(['SUMMARY:Party']), '“Party” has no start'],
  ['a start that is none', file(['SUMMARY:Party', 'DTSTART;VALUE=DATE:someday']), 'Party'],
  ['a year that is none', file(['SUMMARY:Party', 'DTSTART;VALUE=DATE:00010101']), 'Party'],
  ['too much', 'x'.repeat(1_000_001), 'larger than 1 MB'],
  [
    'a rule that is none',
    file(['SUMMARY:Odd', 'DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=NEVER']),
    'malformed: invalid frequency',
  ],
  ['every second', file(['SUMMARY:Odd', 'DTSTART:20261204T120000', 'RRULE:FREQ=SECONDLY']), '“Odd” repeats'],
  [
    'a step of ages',
    file(['SUMMARY:Odd', 'DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=DAILY;INTERVAL=1000000000']),
    '“Odd” repeats',
  ],
  [
    'a hundred years',
    file(['SUMMARY:Long', 'DTSTART;VALUE=DATE:20000101', 'DTEND;VALUE=DATE:21000101']),
    'lasts longer than a year',
  ],
  [
    'a duration without an end',
    file(['SUMMARY:Long', 'DTSTART;VALUE=DATE:20270101', 'DURATION:P9999999W', 'RRULE:FREQ=YEARLY']),
    'lasts longer than a year',
  ],
  [
    'many years, one by one',
    file(
      ...Array.from({ length: 8 }, (_, nth) => [
        'SUMMARY:Closed',
        `DTSTART;VALUE=DATE:20${20 + nth}0101`,
        `DTEND;VALUE=DATE:20${20 + nth}1231`,
      ]),
    ),
    'more than 2,000 days',
  ],
  [
    'the same year again and again',
    file(
      ...Array.from({ length: 60 }, () => [
        'SUMMARY:Closed',
        'DTSTART;VALUE=DATE:20270101',
        'DTEND;VALUE=DATE:20280101',
        'RRULE:FREQ=YEARLY',
      ]),
    ),
    'too much about the same days',
  ],
  [
    'every day, many times over',
    file(...Array.from({ length: 40 }, () => ['DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY'])),
    'repeat too often',
  ],
])('%s is refused with words', (_, text, words) => {
  const read = () => daysOfIcs(text, 'Europe/Berlin', today)
  expect(read).toThrow(words)
  expect(read).toThrow(expect.objectContaining({ name: 'Refused' }))
})

test('a name that is cut ends in a whole character', () => {
  const day = ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261225']
  const [one] = days([`SUMMARY:${'a'.repeat(110)}`, ...day], ['SUMMARY:bbbbbbb😀', ...day])
  expect(one?.name.length).toBeGreaterThan(110)
  expect(one?.name.isWellFormed()).toBe(true)
})

test('a whole megabyte is read at once', () => {
  const events = Array.from({ length: 9_500 }, (_, index) => [
    `SUMMARY:Event ${index}`,
    `DTSTART;VALUE=DATE:${2020 + (index % 8)}01${10 + (index % 19)}`,
  ])
  expect(file(...events).length).toBeGreaterThan(900_000)
  expect(dates(...events)).toHaveLength(8 * 19)
})

test.each([
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
  'FREQ=WEEKLY;INTERVAL=100;BYMONTH=11;BYWEEKNO=53',
  'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;INTERVAL=12;BYMONTH=6',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
  'FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31',
])('a rule that never comes (%s) ends', (rule) => {
  try {
    expect(dates(['DTSTART;VALUE=DATE:20260105', `RRULE:${rule}`])).toEqual(['2026-01-05'])
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refused' })
  }
})

test('any rule at all gives days that a calendar takes, or a refusal', () => {
  const part = (name: string, ...values: readonly (string | number)[]) =>
    fc.option(fc.constantFrom(...values.map((value) => `;${name}=${value}`)), { nil: '' })
  const rule = fc
    .tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY'),
      part('INTERVAL', 2, 12, 52, 366, 999),
      part('BYMONTH', 1, 2, '2,6', 11),
      part('BYMONTHDAY', 1, 29, 30, 31, -1, -31),
      part('BYDAY', 'MO', '1MO', '-1FR', '5TH', 'MO,TU,WE,TH,FR', '53MO'),
      part('BYSETPOS', 1, -1, 9),
      part('BYYEARDAY', 1, 366, -366),
      part('BYWEEKNO', 1, 53),
      part('COUNT', 1, 40),
      part('UNTIL', '20270101', '20270101T000000Z', '19990101'),
    )
    .map(([frequency, ...parts]) => `RRULE:FREQ=${frequency}${parts.join('')}`)
  fc.assert(
    fc.property(rule, fc.constantFrom('19000101', '20240229', '20260105'), (line, start) => {
      try {
        const { days } = daysOfIcs(file([`DTSTART;VALUE=DATE:${start}`, line]), 'UTC', today)
        const weekly = { mon: [['09:00', '17:00']] }
        expect(hoursShape.safeParse({ timeZone: 'UTC', weekly, days }).error?.issues).toBeUndefined()
      } catch (error) {
        expect(error).toMatchObject({ name: 'Refused' })
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('what is imported is added to what is there; one date is one day, and hours that somebody gave stay', () => {
  const present = [
    { date: '12-24', name: 'Short day', open: [['09:00', '12:00']] as const },
    { date: '2026-12-04', name: 'Lunch', closed: [['12:00', '13:00']] as const },
    { date: '2026-12-05', name: 'Clean-up', closed: [['12:00', '13:00']] as const },
  ]
  const added = [
    { date: '12-24', name: 'Christmas Eve' },
    { date: '2026-12-04', name: 'Talk', closed: [['12:30', '15:00']] as const },
    { date: '2026-12-05', name: 'Holiday' },
    { date: '2026-01-01', name: 'New Year' },
  ]
  expect(withMore(present, added)).toEqual({
    days: [
      { date: '12-24', name: 'Short day', open: [['09:00', '12:00']] },
      { date: '2026-01-01', name: 'New Year' },
      { date: '2026-12-04', name: 'Lunch', closed: [['12:00', '15:00']] },
      { date: '2026-12-05', name: 'Clean-up' },
    ],
    added: 1,
    joined: 3,
  })
})
