import { expect, test } from 'vitest'
import { named, type Shortcut, shortcuts, strokeOf } from './keys'

const pressed = (key: string, held: Partial<Record<'shift' | 'ctrl' | 'meta' | 'alt', true>> = {}) =>
  strokeOf({
    key,
    shiftKey: held.shift ?? false,
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
    altKey: held.alt ?? false,
  })

test('a letter is the same with caps lock on, and another one with shift', () => {
  expect(pressed('j')).toBe('j')
  expect(pressed('J')).toBe('j')
  expect(pressed('E', { shift: true })).toBe('shift+e')
})

test('a sign is the sign, however a keyboard makes it', () => {
  expect(pressed('?', { shift: true })).toBe('?')
  expect(pressed('/', { shift: true })).toBe('/')
  expect(pressed('ArrowDown')).toBe('ArrowDown')
})

test("the browser's own keys are left alone", () => {
  expect(pressed('r', { ctrl: true })).toBeNull()
  expect(pressed('n', { meta: true })).toBeNull()
  expect(pressed('ArrowUp', { alt: true })).toBeNull()
})

test('G waits for a second key', () => {
  expect(named('g')).toEqual({ ids: [], begun: true })
  expect(named('g m')).toEqual({ ids: ['goMine'], begun: false })
  expect(named('x')).toEqual({ ids: [], begun: false })
})

test('within a place no key has two meanings', () => {
  const all: Shortcut[] = Object.values(shortcuts)
  for (const place of ['List', 'Ticket'] as const) {
    const strokes = all
      .filter(({ scope }) => scope === place || scope === 'Everywhere')
      .flatMap((shortcut) => shortcut.strokes)
    expect(new Set(strokes).size).toBe(strokes.length)
  }
})
