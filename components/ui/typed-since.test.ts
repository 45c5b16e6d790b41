import { expect, test } from 'vitest'
import { typedSince } from './typed-since'

test('what was typed while a text was on its way is what stays', () => {
  expect(typedSince('Hello', 'Hello')).toBe('')
  expect(typedSince('Hello', 'Hello\n\nOne more thing')).toBe('One more thing')
  expect(typedSince('Hello', 'Hallo')).toBe('Hallo')
  expect(typedSince('Hello', '')).toBe('')
})
