/** The tickets that somebody has chosen from a queue, by reference. */
export interface Selection {
  readonly refids: ReadonlySet<string>
  /** So many: all that the queue has, also beyond its pages. */
  readonly matching?: number
  /** Where a range began, and where it ends now. */
  readonly range?: { readonly from: string; readonly to: string; readonly before: ReadonlySet<string> }
}

export const nothingSelected: Selection = { refids: new Set() }

export const sizeOf = ({ refids, matching }: Selection) => matching ?? refids.size

export const isSelected = ({ refids, matching }: Selection, refid: string) =>
  matching !== undefined || refids.has(refid)

/** One row more, or less; of a queue that is selected as a whole, the rows of the page but this one. */
export function toggled(selection: Selection, page: readonly string[], refid: string): Selection {
  const present = selection.matching === undefined ? selection.refids : new Set(page)
  const refids = present.has(refid) ? without(present, [refid]) : new Set([...present, refid])
  return { refids, range: { from: refid, to: refid, before: refids } }
}

/** From the row that was chosen last to this one, beside what was chosen before. */
export function reached(selection: Selection, page: readonly string[], to: string): Selection {
  const { range } = selection
  if (!range || !page.includes(range.from)) return toggled(selection, page, to)
  const refids = new Set([...range.before, ...between(page, range.from, to)])
  return { refids, range: { ...range, to } }
}

/** As the keyboard does: a range that ends at `at` goes on to the next row, or back; elsewhere another begins. */
export function extended(selection: Selection, page: readonly string[], at: string, to: string): Selection {
  const goesOn = selection.range?.to === at && selection.refids.has(at)
  const begun = goesOn ? selection : starting(selection, page, at)
  return reached(begun, page, to)
}

function starting(selection: Selection, page: readonly string[], at: string): Selection {
  const refids = new Set([...(selection.matching === undefined ? selection.refids : page), at])
  return { refids, range: { from: at, to: at, before: refids } }
}

/** All rows of the page, or none of them; what was chosen on other pages stays. */
export const pageSelected = (
  { refids, matching }: Selection,
  page: readonly string[],
  on: boolean,
): Selection => ({
  refids: on ? new Set([...refids, ...page]) : without(matching === undefined ? refids : new Set(), page),
})

const between = (page: readonly string[], one: string, other: string) => {
  const places = [page.indexOf(one), page.indexOf(other)]
  return page.slice(Math.min(...places), Math.max(...places) + 1)
}

const without = (refids: ReadonlySet<string>, gone: readonly string[]) =>
  new Set([...refids].filter((refid) => !gone.includes(refid)))
