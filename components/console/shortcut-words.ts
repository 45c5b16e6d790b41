import type { ShortcutId } from './keys'

export type Scope = 'Everywhere' | 'List' | 'Ticket' | 'Writing'

interface Words {
  readonly does: string
  /** The same where the tickets that are meant are named already. */
  readonly here?: string
  /** Where the key does it. */
  readonly scope: Scope
  /** Nobody else has the pages to which it leads. */
  readonly supervisors?: true
}

/** What the keys do, for the sheet and the palette: most pages need the keys alone. */
export const shortcutWords: Readonly<Record<ShortcutId, Words>> = {
  palette: { does: 'Find an action or a place', scope: 'Everywhere' },
  help: { does: 'Show the shortcuts', scope: 'Everywhere' },
  newTicket: { does: 'New ticket for a customer', scope: 'Everywhere' },
  search: { does: 'Search', scope: 'Everywhere' },
  undo: { does: 'Take back the last change, or the reply being sent', scope: 'Everywhere' },
  goOpen: { does: 'Go to all open', scope: 'Everywhere' },
  goMine: { does: 'Go to mine', scope: 'Everywhere' },
  goUnassigned: { does: 'Go to unassigned', scope: 'Everywhere' },
  goBreachingSoon: { does: 'Go to breaching soon', scope: 'Everywhere' },
  goBreached: { does: 'Go to breached', scope: 'Everywhere' },
  goDashboard: { does: 'Go to reports', scope: 'Everywhere', supervisors: true },
  nextRow: { does: 'Next ticket', scope: 'List' },
  previousRow: { does: 'Previous ticket', scope: 'List' },
  openRow: { does: 'Open the ticket', scope: 'List' },
  takeRow: { does: 'Assign the ticket, or what is selected, to me', here: 'Assign to me', scope: 'List' },
  selectRow: { does: 'Select the ticket', scope: 'List' },
  extendDown: { does: 'Select to the next ticket', scope: 'List' },
  extendUp: { does: 'Select to the previous ticket', scope: 'List' },
  clearSelection: { does: 'Select nothing', scope: 'List' },
  assignSelected: {
    does: 'Assign the ticket, or what is selected',
    here: 'Assign to somebody',
    scope: 'List',
  },
  moveSelected: {
    does: 'Set the status of the ticket, or of the selected',
    here: 'Set the status',
    scope: 'List',
  },
  prioritizeSelected: {
    does: 'Set the priority of the ticket, or of the selected',
    here: 'Set the priority',
    scope: 'List',
  },
  tagSelected: { does: 'Tag the ticket, or what is selected', here: 'Change the tags', scope: 'List' },
  resolveSelected: { does: 'Resolve the ticket, or what is selected', here: 'Resolve', scope: 'List' },
  closeSelected: { does: 'Close the ticket, or what is selected', here: 'Close', scope: 'List' },
  reply: { does: 'Reply', scope: 'Ticket' },
  note: { does: 'Write a note', scope: 'Ticket' },
  take: { does: 'Assign it to me', scope: 'Ticket' },
  assignee: { does: 'Choose the assignee', scope: 'Ticket' },
  status: { does: 'Choose the status', scope: 'Ticket' },
  priority: { does: 'Choose the priority', scope: 'Ticket' },
  tags: { does: 'Choose the tags', scope: 'Ticket' },
  follow: { does: 'Follow or unfollow', scope: 'Ticket' },
  resolve: { does: 'Resolve', scope: 'Ticket' },
  close: { does: 'Close', scope: 'Ticket' },
  next: { does: 'Next ticket of the list', scope: 'Ticket' },
  previous: { does: 'Previous ticket of the list', scope: 'Ticket' },
  latest: { does: 'Go to the latest entry', scope: 'Ticket' },
  back: { does: 'Back to where it was opened (or Esc)', scope: 'Ticket' },
  send: { does: 'Send', scope: 'Writing' },
  sendAndResolve: { does: 'Send and resolve', scope: 'Writing' },
  canned: { does: 'Insert a canned reply', scope: 'Writing' },
  bold: { does: 'Bold', scope: 'Writing' },
  italic: { does: 'Italic', scope: 'Writing' },
  code: { does: 'Code', scope: 'Writing' },
  link: { does: 'Link', scope: 'Writing' },
  list: { does: 'List', scope: 'Writing' },
  quote: { does: 'Quote', scope: 'Writing' },
  sendAnyway: { does: 'Send anyway, when somebody wrote meanwhile', scope: 'Writing' },
}
