import { expect, test } from 'vitest'
import { readable } from './readable-addresses'

test.each([
  ['/tickets/%ff', '/nothing'],
  ['/tickets/%E0%A4%A?page=2', '/nothing'],
  ['/api/portal/tickets/%/latest', '/api/nothing'],
  ['/tickets/S%C3%A9?q=%ff', '/tickets/S%C3%A9?q=%ff'],
  ['/', '/'],
])('%s is read as %s', (address, read) => {
  expect(readable(address)).toBe(read)
})
