import { expect, test } from 'vitest'
import { readable } from './ending.mjs'
import { Trouble } from './say.mjs'

const failed = (code: string, path = '/srv/data') =>
  Object.assign(new Error(`${code}: it failed`), { code, path })

test.each([
  ['EACCES', /may not use \/srv\/data/],
  ['EROFS', /read-only/],
  ['ENOSPC', /disk is full/],
])('%s of a folder is told in a sentence', (code, words) => {
  expect(readable(failed(code))).toMatch(words)
  expect(readable(failed(code))).not.toContain('\n')
})

test.each([
  ['EEXIST', import.meta.filename],
  ['ENOTDIR', `${import.meta.filename}/data/running.json`],
])('a file where a folder is needed is named (%s), and only where there is one', (code, path) => {
  expect(readable(failed(code, path))).toMatch(/ending\.test\.ts is a file.* DATA_DIR/)
  expect(readable(failed(code, import.meta.dirname))).toContain('at ')
})

test('what was not foreseen is told with its stack, what was without', () => {
  expect(readable(failed('EWHATEVER'))).toContain('at ')
  expect(readable(new Trouble('Port 3000 is used'))).toBe('Port 3000 is used')
})
