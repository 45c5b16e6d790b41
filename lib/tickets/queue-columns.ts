/** What a queue can show of a ticket, one column each. */
export const queueColumns = [
  'status',
  'priority',
  'refid',
  'subject',
  'category',
  'customer',
  'due',
  'updated',
  'assignee',
  'team',
  'organization',
  'created',
  'waiting',
] as const
export type QueueColumn = (typeof queueColumns)[number]

/** What it shows unless somebody chooses. */
export const usualColumns: readonly QueueColumn[] = queueColumns.slice(0, 9)

/** Without its subject a row could not be opened. */
export const fixedColumn: QueueColumn = 'subject'

/** Reads a choice of columns, as `writeColumns` wrote it; what is no column is left out. */
export function readColumns(text: string | undefined): readonly QueueColumn[] {
  const words = (text ?? '').split('.')
  const known = queueColumns.filter((column) => words.includes(column))
  if (known.length === 0) return usualColumns
  const inOrder = known.toSorted((one, other) => words.indexOf(one) - words.indexOf(other))
  return inOrder.includes(fixedColumn) ? inOrder : [fixedColumn, ...inOrder]
}

/** For a cookie or an address: a dot is in need of no escape in either. */
export const writeColumns = (columns: readonly QueueColumn[]) => columns.join('.')

export const sameColumns = (one: readonly QueueColumn[], other: readonly QueueColumn[]) =>
  writeColumns(one) === writeColumns(other)

export const columnWord = {
  status: 'Status',
  priority: 'Priority',
  refid: 'Reference',
  subject: 'Subject',
  category: 'Category',
  customer: 'Customer',
  due: 'Due',
  updated: 'Updated',
  assignee: 'Assignee',
  team: 'Team',
  organization: 'Organization',
  created: 'Created',
  waiting: 'Waiting since',
} as const satisfies Record<QueueColumn, string>
