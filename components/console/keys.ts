export type Scope = 'Everywhere' | 'List' | 'Ticket' | 'Writing'

export interface Shortcut {
  /** As printed in menus, tooltips and the sheet. */
  readonly keys: readonly string[]
  /** As `strokeOf` names what is pressed; a sequence has a space in it. None: its form listens itself. */
  readonly strokes: readonly string[]
  readonly does: string
  readonly scope: Scope
}

/** Every key of the console; nothing listens to a key that is not here. */
export const shortcuts = {
  palette: {
    keys: ['Ctrl', 'K'],
    strokes: ['mod+k'],
    does: 'Find an action or a place',
    scope: 'Everywhere',
  },
  help: { keys: ['?'], strokes: ['?'], does: 'Show the shortcuts', scope: 'Everywhere' },
  newTicket: { keys: ['C'], strokes: ['c'], does: 'New ticket for a customer', scope: 'Everywhere' },
  search: { keys: ['/'], strokes: ['/'], does: 'Search', scope: 'Everywhere' },
  undo: {
    keys: ['Z'],
    strokes: ['z'],
    does: 'Take back the last change, or the reply being sent',
    scope: 'Everywhere',
  },
  goOpen: { keys: ['G', 'I'], strokes: ['g i'], does: 'Go to all open', scope: 'Everywhere' },
  goMine: { keys: ['G', 'M'], strokes: ['g m'], does: 'Go to mine', scope: 'Everywhere' },
  goUnassigned: { keys: ['G', 'U'], strokes: ['g u'], does: 'Go to unassigned', scope: 'Everywhere' },
  goBreached: { keys: ['G', 'B'], strokes: ['g b'], does: 'Go to breached', scope: 'Everywhere' },
  goDashboard: { keys: ['G', 'D'], strokes: ['g d'], does: 'Go to reports', scope: 'Everywhere' },
  nextRow: { keys: ['J'], strokes: ['j', 'ArrowDown'], does: 'Next ticket', scope: 'List' },
  previousRow: { keys: ['K'], strokes: ['k', 'ArrowUp'], does: 'Previous ticket', scope: 'List' },
  openRow: { keys: ['O'], strokes: ['o'], does: 'Open the ticket', scope: 'List' },
  takeRow: {
    keys: ['I'],
    strokes: ['i'],
    does: 'Assign the ticket, or what is selected, to me',
    scope: 'List',
  },
  selectRow: { keys: ['X'], strokes: ['x'], does: 'Select the ticket', scope: 'List' },
  extendDown: {
    keys: ['Shift', 'J'],
    strokes: ['shift+j'],
    does: 'Select to the next ticket',
    scope: 'List',
  },
  extendUp: {
    keys: ['Shift', 'K'],
    strokes: ['shift+k'],
    does: 'Select to the previous ticket',
    scope: 'List',
  },
  clearSelection: { keys: ['Esc'], strokes: ['Escape'], does: 'Select nothing', scope: 'List' },
  assignSelected: {
    keys: ['A'],
    strokes: ['a'],
    does: 'Assign the ticket, or what is selected',
    scope: 'List',
  },
  moveSelected: {
    keys: ['S'],
    strokes: ['s'],
    does: 'Set the status of the ticket, or of the selected',
    scope: 'List',
  },
  prioritizeSelected: {
    keys: ['P'],
    strokes: ['p'],
    does: 'Set the priority of the ticket, or of the selected',
    scope: 'List',
  },
  tagSelected: { keys: ['L'], strokes: ['l'], does: 'Tag the ticket, or what is selected', scope: 'List' },
  resolveSelected: {
    keys: ['E'],
    strokes: ['e'],
    does: 'Resolve the ticket, or what is selected',
    scope: 'List',
  },
  closeSelected: {
    keys: ['Shift', 'E'],
    strokes: ['shift+e'],
    does: 'Close the ticket, or what is selected',
    scope: 'List',
  },
  reply: { keys: ['R'], strokes: ['r'], does: 'Reply', scope: 'Ticket' },
  note: { keys: ['N'], strokes: ['n'], does: 'Write a note', scope: 'Ticket' },
  take: { keys: ['I'], strokes: ['i'], does: 'Assign it to me', scope: 'Ticket' },
  assignee: { keys: ['A'], strokes: ['a'], does: 'Choose the assignee', scope: 'Ticket' },
  status: { keys: ['S'], strokes: ['s'], does: 'Choose the status', scope: 'Ticket' },
  priority: { keys: ['P'], strokes: ['p'], does: 'Choose the priority', scope: 'Ticket' },
  tags: { keys: ['L'], strokes: ['l'], does: 'Choose the tags', scope: 'Ticket' },
  follow: { keys: ['W'], strokes: ['w'], does: 'Follow or unfollow', scope: 'Ticket' },
  resolve: { keys: ['E'], strokes: ['e'], does: 'Resolve', scope: 'Ticket' },
  close: { keys: ['Shift', 'E'], strokes: ['shift+e'], does: 'Close', scope: 'Ticket' },
  next: { keys: ['J'], strokes: ['j'], does: 'Next ticket of the list', scope: 'Ticket' },
  previous: { keys: ['K'], strokes: ['k'], does: 'Previous ticket of the list', scope: 'Ticket' },
  back: { keys: ['U'], strokes: ['u', 'Escape'], does: 'Back to the list (or Esc)', scope: 'Ticket' },
  send: { keys: ['Ctrl', 'Enter'], strokes: [], does: 'Send', scope: 'Writing' },
  sendAndResolve: {
    keys: ['Ctrl', 'Shift', 'Enter'],
    strokes: [],
    does: 'Send and resolve',
    scope: 'Writing',
  },
  canned: { keys: ['/'], strokes: [], does: 'Insert a canned reply', scope: 'Writing' },
  bold: { keys: ['Ctrl', 'B'], strokes: [], does: 'Bold', scope: 'Writing' },
  italic: { keys: ['Ctrl', 'I'], strokes: [], does: 'Italic', scope: 'Writing' },
  code: { keys: ['Ctrl', 'E'], strokes: [], does: 'Code', scope: 'Writing' },
  link: { keys: ['Ctrl', 'Shift', 'L'], strokes: [], does: 'Link', scope: 'Writing' },
  list: { keys: ['Ctrl', 'Shift', '8'], strokes: [], does: 'List', scope: 'Writing' },
  quote: { keys: ['Ctrl', 'Shift', '9'], strokes: [], does: 'Quote', scope: 'Writing' },
  sendAnyway: {
    keys: ['Alt', 'Enter'],
    strokes: [],
    does: 'Send anyway, when somebody wrote meanwhile',
    scope: 'Writing',
  },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts

export const shortcutIds = Object.keys(shortcuts).filter((id): id is ShortcutId => id in shortcuts)

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

/** A tooltip with its key: `Resolve (E)`. */
export const withKey = (words: string, id: ShortcutId) => `${words} (${shortcuts[id].keys.join(' ')})`
