import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ShortcutId, shortcutIds, shortcuts } from './keys'
import { shortcutWords } from './shortcut-words'
import { formats } from './ticket/markdown-edit'

const sources = globSync('{app,components}/**/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }))

const saying = (words: RegExp) => sources.filter(({ source }) => words.test(source)).map(({ path }) => path)

test('only the registry listens to the keyboard of the page, and a screen on the wall to its own', () => {
  expect(
    saying(/(?:document|window)\.addEventListener\(\s*['"]key|\bonkey(?:down|up|press)\b|accessKey/),
  ).toEqual(['components/wall/use-turning.ts', 'components/console/use-shortcuts.ts'])
})

test('no field of the console has a letter for a shortcut of its own', () => {
  const letters = /\b(?:key|code)\b\s*===?\s*['"](?:[a-z]|Key[A-Z])['"]/i
  expect(saying(letters)).toEqual([])
})

test('no tooltip says a key that the registry does not know', () => {
  expect(saying(/title="[^"]*\((?:Shift |Ctrl |G )?[A-Z?/]\)"/)).toEqual([])
})

/** What is done to a row or from one to the next: nothing stands there to press. */
const withoutControl = [
  'nextRow',
  'previousRow',
  'openRow',
  'selectRow',
  'extendDown',
  'extendUp',
  'next',
  'previous',
] as const satisfies readonly ShortcutId[]

test('whatever has a key prints it', () => {
  const unprinted = shortcutIds.filter((id) => {
    const printing = new RegExp(
      `shortcuts\\.${id}\\.keys|(?:withKey|printed|control)\\((?:[^()]|\\(\\))*'${id}'\\)|shortcut="${id}"`,
    )
    return !formats.some((format) => format === id) && saying(printing).length === 0
  })
  expect(unprinted.filter((id) => !withoutControl.some((one) => one === id))).toEqual([])
})

test('the sheet has a word for every key', () => {
  for (const id of shortcutIds) {
    expect(shortcuts[id].keys.length).toBeGreaterThan(0)
    expect(shortcutWords[id].does).toMatch(/^[A-Z]/)
  }
})
