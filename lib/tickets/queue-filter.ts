import { z } from 'zod'
import { tagName } from '@/lib/tags/tag'
import { searchable } from '@/lib/text'
import { type QueueSort, queueSorts, slaStates } from './queue-sorts'
import { liveStatuses, priorities, type Status, statuses } from './ticket'

/** A list in an address: `open,pending`. What is not of the list is left out. */
const listOf = <Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .max(500)
    .transform((text): readonly Word[] => words.filter((word) => text.split(',').includes(word)))
    .catch([])

/** More values of one kind than anybody asks for at once. */
const mostValues = 30

/** A list of names that only the database knows; `read` gives those back that can be one. */
const namesBy = (read: (word: string) => string | undefined) =>
  z
    .string()
    .max(2000)
    .transform((text): readonly string[] => {
      const names = text.split(',').flatMap((word) => read(word) ?? [])
      return [...new Set(names)].slice(0, mostValues)
    })
    .catch([])

const fitting = (shape: RegExp) => (word: string) => (shape.test(word) ? word : undefined)

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
const uid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const shape = z.object({
  status: listOf(statuses).default([]),
  priority: listOf(priorities).default([]),
  category: namesBy(fitting(slug)).default([]),
  /** `me`, `none` or an agent's address. */
  assignee: searchable(320).optional().catch(undefined),
  /** Uids, or `none` for tickets that no team has. */
  team: namesBy((word) => (word === 'none' || uid.test(word) ? word : undefined)).default([]),
  /** Names: tickets that bear one of them. */
  tag: namesBy((word) => tagName.safeParse(word).data).default([]),
  /** Uids of the companies that the customers work for. */
  organization: namesBy(fitting(uid)).default([]),
  sla: z.enum(slaStates).optional().catch(undefined),
  /** `first_reply`: nobody has answered yet. `us`: a customer's message waits for an answer. */
  needs: z.enum(['first_reply', 'us']).optional().catch(undefined),
  q: searchable().optional().catch(undefined),
  sort: z.enum(queueSorts).default('updated').catch('updated'),
  dir: z.enum(['asc', 'desc']).default('desc').catch('desc'),
  /** Where a page begins: behind or before this row. */
  after: z.string().max(100).optional().catch(undefined),
  before: z.string().max(100).optional().catch(undefined),
})

export type QueueFilter = Readonly<z.output<typeof shape>>

/** Reads the filters of a queue's address. Nothing in an address is an error: what does not fit is ignored. */
export const readQueueFilter = (
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): QueueFilter =>
  shape.parse(
    Object.fromEntries(
      Object.keys(shape.shape).map((name) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined
        return [name, typeof value === 'object' ? value[0] : value]
      }),
    ),
  )

/**
 * The statuses a queue shows: those asked for, or all in which there is something to do. A search looks everywhere,
 * unless it looks within what waits or runs late: words narrow a view, they do not widen it.
 */
export const statusesShown = ({
  status,
  q,
  needs,
  sla,
}: Pick<QueueFilter, 'status' | 'q' | 'needs' | 'sla'>): readonly Status[] => {
  if (status.length > 0) return status
  return q?.trim() && !needs && !sla ? statuses : liveStatuses
}

/** Where a page begins: the sort value of a row and, for rows with the same value, the row's reference. */
export interface Cursor {
  readonly value: string
  readonly refid: string
}

export const writeCursor = ({ value, refid }: Cursor) => `${value}~${refid}`

const moment = /^\d{4}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?$/

/** Null: not a cursor of this order; the page is then the first. */
export function readCursor(text: string | undefined, sort: QueueSort): Cursor | null {
  const [, value = '', refid = ''] = text?.match(/^([^~]*)~(SUP-[0-9A-HJKMNP-TV-Z]{8})$/) ?? []
  const fits = sort === 'priority' ? priorities.some((priority) => priority === value) : isMoment(value)
  return refid && fits ? { value, refid } : null
}

/** One that the calendar has: JavaScript takes 30 February for 1 March, PostgreSQL takes neither that nor a year 0. */
function isMoment(text: string) {
  if (text === 'infinity') return true
  const read = new Date(`${text.replace(' ', 'T')}Z`)
  if (!moment.test(text) || text.startsWith('0000') || Number.isNaN(read.getTime())) return false
  return read.toISOString().startsWith(text.slice(0, 10))
}
