import { focusIsFree } from '@/components/ui/focus'

interface Cursor {
  readonly refid: string
  /** Its row has gone from the list, in which it was the one with this number. */
  readonly wasAt?: number
}

/** The row that had the focus last: the keyboard goes on there when the focus was elsewhere meanwhile. */
let cursor: Cursor | undefined

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
  if (cursor?.wasAt === undefined) return all.at(by === 1 ? 0 : -1)
  return all[Math.max(0, Math.min(by === 1 ? cursor.wasAt : cursor.wasAt - 1, all.length - 1))]
}

export function focusRow(row: HTMLAnchorElement | undefined) {
  if (!row) return
  row.focus()
  noteRow()
  lineOf(row)?.scrollIntoView({ block: 'nearest' })
}

/** The first row of the page, or the last for who comes from behind. */
export const focusEdge = (by: 1 | -1) => focusRow(rows().at(by === 1 ? 0 : -1))

/** Remembers the row in which the focus is. */
export function noteRow() {
  const refid = focusedRow()?.dataset.row
  if (refid) cursor = { refid }
}

/** Puts the focus back into the list, where what had it is gone. */
export function refocusRows() {
  focusRow(rowOf(cursor?.refid) ?? (cursor?.wasAt === undefined ? rows()[0] : rowBeside(1)))
}

/** The list that had these tickets has others: where the row with the focus has gone, the one that has come into its place has it. */
export function keepPlace(before: readonly string[]) {
  if (!cursor || rowOf(cursor.refid)) return
  const at = before.indexOf(cursor.refid)
  // Another list has another place.
  if (at === -1 || !before.some((refid) => rowOf(refid))) {
    if (cursor.wasAt === undefined) cursor = undefined
    return
  }
  cursor = { refid: cursor.refid, wasAt: at }
  if (focusIsFree()) refocusRows()
}

export const rowOf = (refid: string | null | undefined) =>
  refid ? rows().find(({ dataset }) => dataset.row === refid) : undefined
