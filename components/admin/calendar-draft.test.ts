import { expect, test } from 'vitest'
import type { Hours } from '@/lib/sla/calendar'
import { draftOf, hoursIn, newDay, newWindow, placesOf, wholeHours } from './calendar-draft'

const hours: Hours = {
  timeZone: 'Europe/Oslo',
  weekly: {
    mon: [['09:00', '24:00']],
    tue: [['00:00', '24:00']],
    wed: [],
    thu: [],
    fri: [],
    sat: [['22:00', '06:00']],
    sun: [],
  },
  days: [
    { date: '02-29', name: 'Leap day' },
    { date: '2026-12-24', name: 'Short', closed: [['12:00', '24:00']] },
    { date: '2026-12-31', name: 'Open', open: [['09:00', '12:00']] },
  ],
}

test('a calendar that is filled in and not touched says what it said', () => {
  expect(hoursIn(draftOf('Office', hours))).toEqual(hours)
})

test('what is open without what is closed becomes what is open', () => {
  const both = (closed: Hours['days'][number]['closed']) =>
    hoursIn(
      draftOf('', { ...hours, days: [{ date: '12-24', name: 'x', open: [['09:00', '17:00']], closed }] }),
    ).days[0]
  expect(both([['12:00', '13:00']])).toEqual({
    date: '12-24',
    name: 'x',
    open: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  })
  expect(both([['08:00', '18:00']])).toEqual({ date: '12-24', name: 'x' })
})

test('what is half filled in is posted, and left out of pictures', () => {
  const draft = draftOf('Office', hours)
  const half = {
    ...draft,
    weekly: { ...draft.weekly, mon: [...draft.weekly.mon, newWindow(draft.weekly.mon)] },
    days: [newDay(), ...draft.days],
  }
  expect(hoursIn(half).weekly.mon).toEqual([
    ['09:00', '24:00'],
    ['', ''],
  ])
  expect(hoursIn(half).days).toHaveLength(4)
  expect(wholeHours(half)).toEqual(hours)
})

test('a row keeps the place that it had when the form was sent', () => {
  const draft = draftOf('Office', hours)
  const places = placesOf(draft)
  expect(draft.days.map(({ key }) => places.get(key))).toEqual([0, 1, 2])
  expect(draft.days.flatMap(({ windows }) => windows.map(({ key }) => places.get(key)))).toEqual([0, 0])
})
