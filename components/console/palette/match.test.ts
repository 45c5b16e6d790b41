import { expect, test } from 'vitest'
import { likeness } from './match'

test('the beginning beats a word in it, a word beats initials, initials beat letters inside', () => {
  const fits = [
    likeness('assign', 'Assign it to me'),
    likeness('me', 'Assign it to me'),
    likeness('aitm', 'Assign it to me'),
    likeness('ssig', 'Assign it to me'),
  ]
  expect(fits).toEqual([4, 3, 2, 1])
})

test('initials may leave words out and go on in one', () => {
  expect(likeness('am', 'Assign it to me')).toBe(2)
  expect(likeness('goun', 'Go to unassigned')).toBe(2)
  expect(likeness('ma', 'Assign it to me')).toBeNull()
})

test('several words fit in any order', () => {
  expect(likeness('reply first', 'Needs first reply')).toBe(3)
})

test('case, accents and signs do not matter', () => {
  expect(likeness('ZURICH', 'Zürich, support')).toBe(4)
  expect(likeness('zürich', 'Zurich')).toBe(4)
})

test('nothing typed fits everything, other words nothing', () => {
  expect(likeness('  ', 'Mine')).toBe(0)
  expect(likeness('billing', 'Mine')).toBeNull()
})

test('a very long text is answered at once', () => {
  expect(likeness('a'.repeat(5_000), 'a a a a a a a a a a a a a a a a')).toBeNull()
})

test('what an operator asks for is no action and no place', () => {
  expect(likeness('priority:', 'Set the priority')).toBeNull()
  expect(likeness('printer is:open', 'Printer is open')).toBeNull()
  expect(likeness('vip: late', 'VIP: late')).toBe(4)
})
