import type { Trail } from '../trail'

/** Where a step through a list leads: to a ticket of the same page, or over its edge to the neighbouring one. */
export type Step = { readonly refid: string } | { readonly page: string }

type Steps = Pick<Trail, 'next' | 'previous'> & { readonly lines: readonly { readonly refid: string }[] }

/** The step from a ticket to the next (1) or the one before (-1). Null: the list ends there; undefined: the ticket is not in it. */
export function stepFrom(list: Steps | null, refid: string, by: 1 | -1): Step | null | undefined {
  const at = list?.lines.findIndex((line) => line.refid === refid) ?? -1
  if (!list || at === -1) return undefined
  const line = list.lines[at + by]
  if (line) return { refid: line.refid }
  const page = by === 1 ? list.next : list.previous
  return page === null ? null : { page }
}

/** `3 of 7`, where the page is all of the list; null: nobody has counted. */
export function placeIn(list: Steps | null, refid: string): string | null {
  const at = list?.lines.findIndex((line) => line.refid === refid) ?? -1
  if (!list || at === -1 || list.next !== null || list.previous !== null) return null
  return `${at + 1} of ${list.lines.length}`
}
