import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { priorities, statuses } from '@/lib/tickets/ticket'

test('every drawing that a glyph names is in the sheet, and none is there for nothing', () => {
  const drawn = [...readFileSync('components/ui/glyphs.svg', 'utf8').matchAll(/<symbol id="([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  )
  expect(drawn.length).toBe(new Set(drawn).size)
  const sources = globSync('components/**/*.tsx').map((path) => readFileSync(path, 'utf8'))
  const named = sources.flatMap((source) =>
    [...source.matchAll(/<Glyph name="([^"]+)"/g)].map(([, name]) => name),
  )
  expect(named.filter((name) => !drawn.includes(name ?? ''))).toEqual([])
  const words = new Set(sources.flatMap((source) => source.match(/[\w-]+/g) ?? []))
  expect(drawn.filter((name) => !words.has(name))).toEqual([])
})

test('each word of the queue has its own drawing for a mask', () => {
  const strip = [
    ...readFileSync('components/ui/glyphs.svg', 'utf8').matchAll(/<use href="#(\w+)".* y="(\d+)"/g),
  ]
  const masks = [
    ...readFileSync('components/console/queue/queue.css', 'utf8').matchAll(
      /& > \.(\w+) {[^}]*--drawing: (\d+)/g,
    ),
  ]
  expect(masks.map(([, word, nth]) => [word, 16 * Number(nth)])).toEqual(
    strip.map(([, name, y]) => [name, Number(y)]),
  )
  expect(masks.map(([, word]) => word)).toEqual([...statuses, ...priorities])
})
