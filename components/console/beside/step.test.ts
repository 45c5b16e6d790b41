import { expect, test } from 'vitest'
import { placeIn, stepFrom } from './step'

const lines = [{ refid: 'SUP-A' }, { refid: 'SUP-B' }]
const whole = { lines, next: null, previous: null }
const middle = { lines, next: '/console/tickets?after=b', previous: '/console/tickets?before=a' }

test('a step leads to the neighbour, and at the edge of a page to the page beside it', () => {
  expect(stepFrom(middle, 'SUP-A', 1)).toEqual({ refid: 'SUP-B' })
  expect(stepFrom(middle, 'SUP-B', -1)).toEqual({ refid: 'SUP-A' })
  expect(stepFrom(middle, 'SUP-B', 1)).toEqual({ page: middle.next })
  expect(stepFrom(middle, 'SUP-A', -1)).toEqual({ page: middle.previous })
})

test('a list ends where there is no other page, and a ticket of no list has no neighbours', () => {
  expect(stepFrom(whole, 'SUP-B', 1)).toBeNull()
  expect(stepFrom(whole, 'SUP-A', -1)).toBeNull()
  expect(stepFrom(whole, 'SUP-C', 1)).toBeUndefined()
  expect(stepFrom(null, 'SUP-A', 1)).toBeUndefined()
})

test('the place is told only where the page is all of the list', () => {
  expect(placeIn(whole, 'SUP-B')).toBe('2 of 2')
  expect(placeIn(middle, 'SUP-B')).toBeNull()
  expect(placeIn(whole, 'SUP-C')).toBeNull()
})
