import { expect, test } from 'vitest'
import { named, shortcutIds, shortcuts, strokeOf } from './keys'
import { shortcutWords } from './shortcut-words'

type Held = 'shift' | 'ctrl' | 'meta' | 'alt' | 'altgr' | 'composing'

const keyboard =
  (mac: boolean) =>
  (key: string, held: Partial<Record<Held, true>> = {}, code = '') =>
    strokeOf(
      {
        key,
        code,
        shiftKey: held.shift ?? false,
        ctrlKey: held.ctrl ?? false,
        metaKey: held.meta ?? false,
        altKey: held.alt ?? false,
        isComposing: held.composing ?? false,
        getModifierState: (name) => name === 'AltGraph' && (held.altgr ?? false),
      },
      mac,
    )

const pressed = keyboard(false)
const pressedOnMac = keyboard(true)

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
  const strokes = [
    pressed('r', { ctrl: true }),
    pressed('k', { ctrl: true, shift: true }),
    pressed('k', { meta: true }),
    pressed('ArrowUp', { alt: true }),
  ]
  expect(strokes.flatMap((stroke) => (stroke ? named(stroke).ids : []))).toEqual([])
})

test('Ctrl K opens the palette, on a Mac Cmd K', () => {
  expect(pressed('k', { ctrl: true })).toBe('mod+k')
  expect(pressedOnMac('k', { meta: true })).toBe('mod+k')
  expect(named('mod+k').ids).toEqual(['palette'])
})

test('on a Mac Ctrl K goes on deleting to the end of the line', () => {
  expect(pressedOnMac('k', { ctrl: true })).toBeNull()
})

test('a letter that an input method is putting together is no shortcut', () => {
  expect(pressed('e', { composing: true })).toBeNull()
  expect(pressed('Process', {}, 'KeyE')).toBeNull()
})

test('what AltGr makes is a sign to be written, no shortcut', () => {
  expect(pressed('?', { altgr: true })).toBeNull()
  expect(pressed('e', { ctrl: true, alt: true })).toBeNull()
  expect(pressed('ę', { altgr: true, ctrl: true, alt: true })).toBeNull()
})

test('an accent that waits for its letter is no shortcut', () => {
  expect(pressed('Dead', {}, 'KeyE')).toBeNull()
})

test('with Cyrillic or Greek letters on it, a key means the Latin letter at its place', () => {
  expect(pressed('о', {}, 'KeyJ')).toBe('j')
  expect(pressed('У', { shift: true }, 'KeyE')).toBe('shift+e')
  expect(pressed('ξ', {}, 'KeyJ')).toBe('j')
  expect(pressed('л', { ctrl: true }, 'KeyK')).toBe('mod+k')
})

test('a Latin letter means itself wherever it lies', () => {
  // Dvorak has J where others have C, and French keyboards have A where others have Q.
  expect(pressed('j', {}, 'KeyC')).toBe('j')
  expect(pressed('a', {}, 'KeyQ')).toBe('a')
})

test('G waits for a second key', () => {
  expect(named('g')).toEqual({ ids: [], begun: true })
  expect(named('g m')).toEqual({ ids: ['goMine'], begun: false })
  expect(named('q')).toEqual({ ids: [], begun: false })
})

test('within a place no key has two meanings', () => {
  for (const place of ['List', 'Ticket'] as const) {
    const strokes: string[] = shortcutIds
      .filter((id) => [place, 'Everywhere'].includes(shortcutWords[id].scope))
      .flatMap((id) => shortcuts[id].strokes)
    expect(new Set(strokes).size).toBe(strokes.length)
  }
})
