import { expect, test } from 'vitest'
import { changeOf } from './change'

test('more tickets are neither better nor worse', () => {
  expect(changeOf('count', 112, 100, 'neither')).toEqual({ way: 'up', words: '12% more', verdict: null })
  expect(changeOf('count', 88, 100, 'neither')).toEqual({ way: 'down', words: '12% fewer', verdict: null })
})

test('what takes shorter is better, what takes longer worse', () => {
  expect(changeOf('duration', 5_400, 7_200, 'less')).toEqual({
    way: 'down',
    words: '25% shorter',
    verdict: 'better',
  })
  expect(changeOf('duration', 9_000, 7_200, 'less')).toMatchObject({ words: '25% longer', verdict: 'worse' })
})

test('shares are compared in points, to a tenth', () => {
  expect(changeOf('percent', 95.3, 93.2, 'more')).toEqual({
    way: 'up',
    words: '2.1 points more',
    verdict: 'better',
  })
  expect(changeOf('percent', 4, 3, 'less')).toMatchObject({ words: '1 point more', verdict: 'worse' })
})

test('what is the same, or nearly, is not called better', () => {
  expect(changeOf('count', 100, 100, 'less')).toEqual({ way: 'level', words: 'no change', verdict: null })
  expect(changeOf('count', 1_001, 1_000, 'less')).toMatchObject({ words: 'hardly any change', verdict: null })
  expect(changeOf('percent', 93.2, 93.2, 'more')).toMatchObject({ words: 'no change', verdict: null })
})

test('against nothing there is no percentage, and a great change is a factor', () => {
  expect(changeOf('count', 7, 0, 'neither')).toMatchObject({ way: 'up', words: 'more' })
  expect(changeOf('count', 500, 3, 'neither')).toMatchObject({ way: 'up', words: '167 times as many' })
  expect(changeOf('count', 0, 0, 'neither')).toMatchObject({ way: 'level', words: 'no change' })
})
