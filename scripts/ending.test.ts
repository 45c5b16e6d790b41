import { expect, test } from 'vitest'
import { readable } from './ending.mjs'
import { Trouble } from './say.mjs'

const failed = (code: string) => Object.assign(new Error(`${code}: it failed`), { code, path: '/srv/data' })

test.each([
  ['EACCES', /may not use \/srv\/data/],
  ['EEXIST', / is a file.* DATA_DIR/],
  ['EROFS', /read-only/],
  ['ENOSPC', /disk is full/],
])('%s of a folder is told in a sentence', (code, words) => {
  expect(readable(failed(code))).toMatch(words)
  expect(readable(failed(code))).not.toContain('\n')
})

test('of a path that leads through a file the file is named', () => {
  const failure = Object.assign(new Error('ENOTDIR'), {
    code: 'ENOTDIR',
    path: `${import.meta.filename}/data/running.json`,
  })
  expect(readable(failure)).toMatch(/ending\.test\.ts is a file/)
})

test('what was not foreseen is told with its stack, what was without', () => {
  expect(readable(failed('EWHATEVER'))).toContain('at ')
  expect(readable(new Trouble('Port 3000 is used'))).toBe('Port 3000 is used')
})
