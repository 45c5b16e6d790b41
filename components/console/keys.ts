export interface Shortcut {
  /** As printed in menus, tooltips and the sheet. */
  readonly keys: readonly string[]
  /** As `strokeOf` names what is pressed; a sequence has a space in it. None: its form listens itself. */
  readonly strokes: readonly string[]
}

/** Every key of the console; nothing listens to a key that is not here. What each does is said in `shortcut-words.ts`. */
export const shortcuts = {
  palette: { keys: ['Ctrl', 'K'], strokes: ['mod+k'] },
  help: { keys: ['?'], strokes: ['?'] },
  newTicket: { keys: ['C'], strokes: ['c'] },
  search: { keys: ['/'], strokes: ['/'] },
  undo: { keys: ['Z'], strokes: ['z'] },
  goOpen: { keys: ['G', 'I'], strokes: ['g i'] },
  goMine: { keys: ['G', 'M'], strokes: ['g m'] },
  goUnassigned: { keys: ['G', 'U'], strokes: ['g u'] },
  goBreachingSoon: { keys: ['G', 'B'], strokes: ['g b'] },
  goBreached: { keys: ['G', 'V'], strokes: ['g v'] },
  goDashboard: { keys: ['G', 'D'], strokes: ['g d'] },
  nextRow: { keys: ['J'], strokes: ['j', 'ArrowDown'] },
  previousRow: { keys: ['K'], strokes: ['k', 'ArrowUp'] },
  openRow: { keys: ['O'], strokes: ['o'] },
  takeRow: { keys: ['I'], strokes: ['i'] },
  selectRow: { keys: ['X'], strokes: ['x'] },
  extendDown: { keys: ['Shift', 'J'], strokes: ['shift+j'] },
  extendUp: { keys: ['Shift', 'K'], strokes: ['shift+k'] },
  clearSelection: { keys: ['Esc'], strokes: ['Escape'] },
  assignSelected: { keys: ['A'], strokes: ['a'] },
  moveSelected: { keys: ['S'], strokes: ['s'] },
  prioritizeSelected: { keys: ['P'], strokes: ['p'] },
  tagSelected: { keys: ['L'], strokes: ['l'] },
  resolveSelected: { keys: ['E'], strokes: ['e'] },
  closeSelected: { keys: ['Shift', 'E'], strokes: ['shift+e'] },
  reply: { keys: ['R'], strokes: ['r'] },
  note: { keys: ['N'], strokes: ['n'] },
  take: { keys: ['I'], strokes: ['i'] },
  assignee: { keys: ['A'], strokes: ['a'] },
  status: { keys: ['S'], strokes: ['s'] },
  priority: { keys: ['P'], strokes: ['p'] },
  tags: { keys: ['L'], strokes: ['l'] },
  follow: { keys: ['W'], strokes: ['w'] },
  resolve: { keys: ['E'], strokes: ['e'] },
  close: { keys: ['Shift', 'E'], strokes: ['shift+e'] },
  next: { keys: ['J'], strokes: ['j'] },
  previous: { keys: ['K'], strokes: ['k'] },
  latest: { keys: ['G', 'L'], strokes: ['g l'] },
  back: { keys: ['U'], strokes: ['u', 'Escape'] },
  send: { keys: ['Ctrl', 'Enter'], strokes: [] },
  sendAndResolve: { keys: ['Ctrl', 'Shift', 'Enter'], strokes: [] },
  canned: { keys: ['/'], strokes: [] },
  bold: { keys: ['Ctrl', 'B'], strokes: [] },
  italic: { keys: ['Ctrl', 'I'], strokes: [] },
  code: { keys: ['Ctrl', 'E'], strokes: [] },
  link: { keys: ['Ctrl', 'Shift', 'L'], strokes: [] },
  list: { keys: ['Ctrl', 'Shift', '8'], strokes: [] },
  quote: { keys: ['Ctrl', 'Shift', '9'], strokes: [] },
  sendAnyway: { keys: ['Alt', 'Enter'], strokes: [] },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts

export const shortcutIds = Object.keys(shortcuts).filter((id): id is ShortcutId => id in shortcuts)

/** What is done to all tickets that are selected. */
export const selectionKeys = [
  'takeRow',
  'assignSelected',
  'moveSelected',
  'prioritizeSelected',
  'tagSelected',
  'resolveSelected',
  'closeSelected',
] as const satisfies readonly ShortcutId[]

/** What `strokeOf` asks of a `KeyboardEvent`. */
export interface Pressed {
  readonly key: string
  /** The place of the key, whatever letter is on it: `KeyJ`. */
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** An input method is putting a character together. */
  readonly isComposing: boolean
  readonly getModifierState: (name: string) => boolean
}

/**
 * The name of what was pressed: `j`, `shift+e`, `?`, `mod+k` (with Ctrl, on a Mac with Cmd). Null: it belongs to the browser,
 * the system or an input method.
 */
export function strokeOf(pressed: Pressed, mac = false): string | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed
  if (pressed.isComposing || altKey || pressed.getModifierState('AltGraph') || unfinished.has(key))
    return null
  const letter = letterOf(pressed)
  if (ctrlKey || metaKey) {
    const mod = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey
    return mod && letter && !shiftKey ? `mod+${letter}` : null
  }
  if (!letter) return key
  return shiftKey ? `shift+${letter}` : letter
}

/** Not a key yet: the shift alone, an accent that waits for its letter, a keyboard that does not tell. */
const unfinished = new Set(['Shift', 'Dead', 'Process', 'Unidentified'])

/** On a keyboard of another script, the Latin letter at the same place; undefined: not a letter. */
function letterOf({ key, code }: Pressed) {
  if (!/^\p{L}$/u.test(key)) return undefined
  if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
}

/** The shortcuts that these strokes name, and whether more strokes could name one. */
export const named = (strokes: string) => ({
  ids: shortcutIds.filter((id) => shortcuts[id].strokes.some((stroke: string) => stroke === strokes)),
  begun: shortcutIds.some((id) =>
    shortcuts[id].strokes.some((stroke: string) => stroke.startsWith(`${strokes} `)),
  ),
})

/** The key as it is printed beside what it does: `Shift E`. */
export const printed = (id: ShortcutId) => shortcuts[id].keys.join(' ')

/** A tooltip with its key: `Resolve (E)`. */
export const withKey = (words: string, id: ShortcutId) => `${words} (${printed(id)})`
