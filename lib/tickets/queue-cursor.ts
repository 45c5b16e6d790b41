import { type QueueSort, type QueueSortKind, sortKinds } from './queue-sorts'
import { priorities, statuses } from './ticket'

/** Where a page begins: the place of a row in the order, and for rows at the same place, the row's reference. */
export interface Cursor {
  /** What the row is sorted by: a moment, a text, or the name of its group. */
  readonly value: string
  /** Within a group: when the row was last updated. */
  readonly moment?: string
  readonly refid: string
}

/** The database joins the parts of its place with the same sign. */
export const cursorSign = '~'

export const writeCursor = (place: string, refid: string) => `${place}${cursorSign}${refid}`

/** Null: not a cursor of this order; the page is then the first. */
export function readCursor(text: string | undefined, sort: QueueSort): Cursor | null {
  const [, place, refid] = text?.match(/^(.*)~(SUP-[0-9A-HJKMNP-TV-Z]{8})$/s) ?? []
  if (place === undefined || refid === undefined) return null
  const read = readers[sortKinds[sort]](place, sort)
  return read && { ...read, refid }
}

type Place = Omit<Cursor, 'refid'>

const readers: Record<QueueSortKind, (place: string, sort: QueueSort) => Place | null> = {
  moment: (place) => (isMoment(place) ? { value: place } : null),
  text: (place) => (isText(place) ? { value: place } : null),
  group: (place, sort) => {
    const [, value, moment] = place.match(/^(.+)~([^~]*)$/s) ?? []
    return value && moment && isGroup(value, sort) && isMoment(moment) ? { value, moment } : null
  },
}

const isText = (text: string) => text.length <= 250 && !text.includes('\0') && text.isWellFormed()

/** A group of the database's that is not there any more begins an empty page; one of our words has to be one. */
function isGroup(name: string, sort: QueueSort) {
  if (sort === 'status') return statuses.some((status) => status === name)
  if (sort === 'priority') return priorities.some((priority) => priority === name)
  return isText(name)
}

const shape = /^\d{4}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?$/

/** One that the calendar has: JavaScript takes 30 February for 1 March, PostgreSQL takes neither that nor a year 0. */
function isMoment(text: string) {
  if (text === 'infinity') return true
  const read = new Date(`${text.replace(' ', 'T')}Z`)
  if (!shape.test(text) || text.startsWith('0000') || Number.isNaN(read.getTime())) return false
  return read.toISOString().startsWith(text.slice(0, 10))
}
