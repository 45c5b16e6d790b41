import { expect, test } from 'vitest'
import { alternatives, listed } from './listed'

test.each([
  [[], '', ''],
  [['Ana'], 'Ana', 'Ana'],
  [['Ana', 'Bo'], 'Ana and Bo', 'Ana or Bo'],
  [['Ana', 'Bo', 'Cy'], 'Ana, Bo and Cy', 'Ana, Bo or Cy'],
])('%j in words', (words, all, one) => {
  expect([listed(words), alternatives(words)]).toEqual([all, one])
})
