import { expect, test } from 'vitest'
import { inOrder, type Order, orderHref, readOrder } from './order'

const usual: Order = { sort: 'resolved', dir: 'desc' }

test('an address that names no column of the table means the usual order', () => {
  const read = (params: Record<string, string>) => readOrder(params, ['resolved', 'replies'], usual)
  expect(read({})).toEqual(usual)
  expect(read({ sort: 'constructor', dir: 'asc' })).toEqual(usual)
  expect(read({ sort: 'replies', dir: 'sideways' })).toEqual({ sort: 'replies', dir: 'desc' })
  expect(read({ sort: 'resolved', dir: 'asc' })).toEqual({ sort: 'resolved', dir: 'asc' })
})

test('the address says only what is not usual, beside what else it asks', () => {
  expect(orderHref('/agents?period=7d', usual, usual)).toBe('/agents?period=7d')
  expect(orderHref('/agents?period=7d', { sort: 'replies', dir: 'desc' }, usual)).toBe(
    '/agents?period=7d&sort=replies',
  )
  expect(orderHref('/agents', { sort: 'resolved', dir: 'asc' }, usual)).toBe('/agents?sort=resolved&dir=asc')
})

test('rows of which there is nothing to compare are the last, whichever way', () => {
  const rows = [
    ['Ana', 3],
    ['Ben', null],
    ['Cem', 12],
    ['Dov', 3],
  ] as const
  const names = (dir: Order['dir']) => inOrder(rows, ([, number]) => number, dir).map(([name]) => name)
  expect(names('asc')).toEqual(['Ana', 'Dov', 'Cem', 'Ben'])
  expect(names('desc')).toEqual(['Cem', 'Ana', 'Dov', 'Ben'])
  expect(inOrder(rows, ([name]) => name, 'desc')[0]).toEqual(['Dov', 3])
})
