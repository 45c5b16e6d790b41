import { expect, test } from 'vitest'
import { extended, isSelected, nothingSelected, pageSelected, reached, sizeOf, toggled } from './selection'

const page = ['A', 'B', 'C', 'D', 'E']
const chosen = (selection: Parameters<typeof sizeOf>[0]) => [...selection.refids].sort().join('')
const pressed = (refid: string, selection = nothingSelected) => toggled(selection, page, refid)

test('a row is chosen, and chosen once more it is not', () => {
  const one = pressed('C')
  expect(chosen(pressed('A', one))).toBe('AC')
  expect(chosen(pressed('C', one))).toBe('')
})

test('a range reaches from the row that was chosen last, and can be drawn in again', () => {
  const begun = pressed('B', pressed('E'))
  const far = reached(begun, page, 'D')
  expect(chosen(far)).toBe('BCDE')
  expect(chosen(reached(far, page, 'A'))).toBe('ABE')
})

test('a range without a beginning, or that began on another page, is the row alone', () => {
  expect(chosen(reached(nothingSelected, page, 'C'))).toBe('C')
  expect(chosen(reached(pressed('X'), page, 'C'))).toBe('CX')
})

test('Shift with J takes the row of the cursor and the next, and K gives the last back', () => {
  const two = extended(nothingSelected, page, 'B', 'C')
  expect(chosen(two)).toBe('BC')
  const three = extended(two, page, 'C', 'D')
  expect(chosen(three)).toBe('BCD')
  expect(chosen(extended(three, page, 'D', 'C'))).toBe('BC')
  // The cursor went elsewhere: another range begins there.
  expect(chosen(extended(two, page, 'E', 'D'))).toBe('BCDE')
})

test('the rows of a page are chosen as one, beside those of other pages', () => {
  const all = pageSelected(pressed('X'), page, true)
  expect(chosen(all)).toBe('ABCDEX')
  expect(chosen(pageSelected(all, page, false))).toBe('X')
})

test('of a whole queue, one row less leaves the rows of the page', () => {
  const whole = { refids: new Set(page), matching: 312 }
  expect(sizeOf(whole)).toBe(312)
  expect(isSelected(whole, 'Z')).toBe(true)
  expect(chosen(pressed('C', whole))).toBe('ABDE')
})
