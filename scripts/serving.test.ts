import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify } from './processes.mjs'
import { root } from './root.mjs'
import { folderToServe } from './serving.mjs'

let notes: string

beforeEach(() => {
  notes = mkdtempSync(join(tmpdir(), 'deskwell-serving-'))
})

afterEach(() => rmSync(notes, { recursive: true, force: true }))

const stale = () => true
const serves = (folder: string, keeper = identify(process.ppid)) =>
  writeFileSync(
    join(notes, `${folder}-${keeper.pid}.json`),
    JSON.stringify({ keeper, folder: join(root, folder) }),
  )

test('sources that have changed are built where nobody serves pages', () => {
  expect(folderToServe({ notes, stale }).folder).toBe('.next')
  // That was taken before anything was built.
  expect(folderToServe({ notes, stale }).folder).toBe('.next-beside')
})

test('many serve from one build', () => {
  serves('.next')
  expect(folderToServe({ notes, stale: () => false }).folder).toBe('.next')
  expect(folderToServe({ notes, stale: (folder) => folder === '.next' }).folder).toBe('.next-beside')
})

test('no third state of the sources is served from one clone', () => {
  serves('.next')
  serves('.next-beside')
  expect(() => folderToServe({ notes, stale })).toThrow(/End one of them/)
})

test('who has ended, was killed, or serves another clone is in nobody’s way', () => {
  folderToServe({ notes, stale }).release()
  serves('.next', { pid: 999_999_999, since: 'long ago' })
  writeFileSync(join(notes, 'torn.json'), '{"keeper":')
  writeFileSync(
    join(notes, 'other.json'),
    JSON.stringify({ keeper: identify(process.ppid), folder: '/elsewhere/.next' }),
  )
  expect(folderToServe({ notes, stale }).folder).toBe('.next')
  expect(readdirSync(notes).toSorted()).toEqual([`${process.pid}.json`, 'other.json', 'torn.json'])
})
