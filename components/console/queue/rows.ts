/** The row that had the focus last, by its ticket, and which of the list it was: the keyboard goes on there when the focus was elsewhere meanwhile. */
let cursor: { readonly refid: string | undefined; readonly at: number } | undefined

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')]

const lineOf = (row: Element | null | undefined) => row?.closest('tr, li')

/** The link of the row in which the focus is. */
export const focusedRow = () => {
  const line = lineOf(document.activeElement)
  return line ? rows().find((row) => line.contains(row)) : undefined
}

/**
 * The row that is `by` rows from the focus; without one, the first or the last, or the one beside the row that had it. Where that
 * row has gone, the one that has come into its place is the next.
 */
export function rowBeside(by: 1 | -1) {
  const all = rows()
  const focused = focusedRow()
  const at = all.findIndex((row) => (focused ? row === focused : row.dataset.row === cursor?.refid))
  if (at !== -1) return all[at + by]
  if (!cursor) return all.at(by === 1 ? 0 : -1)
  return all[Math.min(cursor.at, all.length - 1) + (by === 1 ? 0 : -1)] ?? all[0]
}

export function focusRow(row: HTMLAnchorElement | undefined) {
  if (!row) return
  cursor = { refid: row.dataset.row, at: rows().indexOf(row) }
  row.focus()
  lineOf(row)?.scrollIntoView({ block: 'nearest' })
}

/** Puts the focus back into the list, where what had it is gone. */
export function refocusRows() {
  const all = rows()
  focusRow(rowOf(cursor?.refid) ?? all[Math.min(cursor?.at ?? 0, all.length - 1)])
}

/** The row with the focus has gone from a list that had these: the one that has come into its place has it. */
export function keepPlace(before: readonly string[]) {
  const at = before.indexOf(cursor?.refid ?? '')
  if (at === -1 || rowOf(cursor?.refid)) return
  cursor = { refid: cursor?.refid, at }
  // Of another list it is none.
  if (document.activeElement === document.body && before.some((refid) => rowOf(refid))) refocusRows()
}

export const rowOf = (refid: string | null | undefined) =>
  refid ? rows().find(({ dataset }) => dataset.row === refid) : undefined
