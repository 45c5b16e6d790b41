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
  help: { keys: ['?'], strokes: ['?'], does: 'Show the shortcuts', scope: 'Everywhere' },
  newTicket: { keys: ['C'], strokes: ['c'], does: 'New ticket for a customer', scope: 'Everywhere' },
  search: { keys: ['/'], strokes: ['/'], does: 'Search', scope: 'Everywhere' },
  goOpen: { keys: ['G', 'I'], strokes: ['g i'], does: 'Go to all open', scope: 'Everywhere' },
  goMine: { keys: ['G', 'M'], strokes: ['g m'], does: 'Go to mine', scope: 'Everywhere' },
  goUnassigned: { keys: ['G', 'U'], strokes: ['g u'], does: 'Go to unassigned', scope: 'Everywhere' },
  goBreached: { keys: ['G', 'B'], strokes: ['g b'], does: 'Go to breached', scope: 'Everywhere' },
  nextRow: { keys: ['J'], strokes: ['j', 'ArrowDown'], does: 'Next ticket', scope: 'List' },
  previousRow: { keys: ['K'], strokes: ['k', 'ArrowUp'], does: 'Previous ticket', scope: 'List' },
  openRow: { keys: ['O'], strokes: ['o'], does: 'Open the ticket', scope: 'List' },
  takeRow: { keys: ['I'], strokes: ['i'], does: 'Assign it to me', scope: 'List' },
  reply: { keys: ['R'], strokes: ['r'], does: 'Reply', scope: 'Ticket' },
  note: { keys: ['N'], strokes: ['n'], does: 'Write a note', scope: 'Ticket' },
  take: { keys: ['I'], strokes: ['i'], does: 'Assign it to me', scope: 'Ticket' },
  assignee: { keys: ['A'], strokes: ['a'], does: 'Choose the assignee', scope: 'Ticket' },
  status: { keys: ['S'], strokes: ['s'], does: 'Choose the status', scope: 'Ticket' },
  priority: { keys: ['P'], strokes: ['p'], does: 'Choose the priority', scope: 'Ticket' },
  tags: { keys: ['L'], strokes: ['l'], does: 'Choose the tags', scope: 'Ticket' },
  resolve: { keys: ['E'], strokes: ['e'], does: 'Resolve', scope: 'Ticket' },
  close: { keys: ['Shift', 'E'], strokes: ['shift+e'], does: 'Close', scope: 'Ticket' },
  undoSend: { keys: ['Z'], strokes: ['z'], does: 'Take back the reply being sent', scope: 'Ticket' },
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

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The name of what was pressed: `j`, `shift+e`, `?`. Null: a key of the browser's or the system's. */
export function strokeOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (ctrlKey || metaKey || altKey || key === 'Shift' || key === 'Dead') return null
  if (!/^\p{L}$/u.test(key)) return key
  const letter = key.toLowerCase()
  return shiftKey ? `shift+${letter}` : letter
}

/** The shortcuts that these strokes name, and whether more strokes could name one. */
export const named = (strokes: string) => ({
  ids: shortcutIds.filter((id) => shortcuts[id].strokes.some((stroke: string) => stroke === strokes)),
  begun: shortcutIds.some((id) =>
    shortcuts[id].strokes.some((stroke: string) => stroke.startsWith(`${strokes} `)),
  ),
})
