import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRefid, refidLetters } from '@/lib/tickets/refid'
import { nearRefids } from './near-refids'

const letter = fc.constantFrom(...refidLetters)
const reference = fc.array(letter, { minLength: 8, maxLength: 8 }).map((letters) => letters.join(''))

test('one slip away is the reference that was meant', () => {
  fc.assert(
    fc.property(reference, fc.nat(7), letter, (letters, place, other) => {
      const missing = letters.slice(0, place) + letters.slice(place + 1)
      const more = letters.slice(0, place) + other + letters.slice(place)
      const wrong = letters.slice(0, place) + other + letters.slice(place + 1)
      const swapped =
        letters.slice(0, place) +
        [...letters.slice(place, place + 2)].reverse().join('') +
        letters.slice(place + 2)
      for (const typed of [missing, more, wrong, swapped].filter((one) => one !== letters))
        expect(nearRefids(`SUP-${typed}`)).toContain(`SUP-${letters}`)
    }),
  )
})

test('a word without a digit is no reference, and few are tried', () => {
  expect(nearRefids('password')).toEqual([])
  expect(nearRefids('SUP-')).toEqual([])
  expect(nearRefids(`${makeRefid()} printer`)).toEqual([])
  for (const text of [makeRefid(), makeRefid().slice(0, 11), `${makeRefid()}7`])
    expect(nearRefids(text).length).toBeLessThan(300)
})
