/** The row that had the focus last, by its ticket: the keyboard goes on there when the focus was elsewhere meanwhile. */
let cursor: string | undefined

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')]

const lineOf = (row: Element | null | undefined) => row?.closest('tr, li')

/** The link of the row in which the focus is. */
export const focusedRow = () => {
  const line = lineOf(document.activeElement)
  return line ? rows().find((row) => line.contains(row)) : undefined
}

/** The row that is `by` rows from the focus; without one, the first or the last, or the one beside the row that had it. */
export function rowBeside(by: 1 | -1) {
  const all = rows()
  const focused = focusedRow()
  const at = all.findIndex((row) => (focused ? row === focused : row.dataset.row === cursor))
  return at === -1 ? all.at(by === 1 ? 0 : -1) : all[at + by]
}

export function focusRow(row: HTMLElement | undefined) {
  if (!row) return
  cursor = row.dataset.row
  row.focus()
  lineOf(row)?.scrollIntoView({ block: 'nearest' })
}

/** Puts the focus back into the list, where what had it is gone. */
export function refocusRows() {
  const all = rows()
  focusRow(all.find(({ dataset }) => dataset.row === cursor) ?? all[0])
}

export const rowOf = (refid: string | null) => rows().find(({ dataset }) => dataset.row === refid)
