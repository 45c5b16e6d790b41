import { z } from 'zod'
import { readBehind } from '@/lib/analytics/behind'
import { tagName } from '@/lib/tags/tag'
import { searchable } from '@/lib/text'
import { isUid } from '@/lib/uid'
import { type Groups, valuesNamed } from './queue-groups'
import { queueSorts, slaStates } from './queue-sorts'
import { channels, liveStatuses, priorities, type Status, statuses } from './ticket'

/** A list in an address: `open,pending`. What is not of the list is left out. */
export const listOf = <Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .transform((text): readonly Word[] => words.filter((word) => text.split(',').includes(word)))
    .catch([])

/** More values of one kind than anybody asks for at once. */
const [mostValues, mostLetters] = [30, 2_000]

/** A list of names that only the database knows; `read` gives those back that can be one. */
export const namesBy = (read: (word: string) => string | undefined) =>
  z
    .string()
    .transform((text): readonly string[] => {
      const names = text
        .slice(0, mostLetters)
        .split(',')
        .flatMap((word) => read(word) ?? [])
      return [...new Set(names)].slice(0, mostValues)
    })
    .catch([])

const fitting = (fits: (word: string) => boolean) => (word: string) => (fits(word) ? word : undefined)

/** How an address names a category. */
export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const slugsNamed = () => namesBy(fitting((word) => slug.test(word)))
const uidsNamed = () => namesBy(fitting(isUid))
export const uidsOrNone = () => namesBy(fitting((word) => word === 'none' || isUid(word)))

const shape = z.object({
  status: listOf(statuses).default([]),
  priority: listOf(priorities).default([]),
  channel: listOf(channels).default([]),
  /** Slugs, or `none` for tickets of no category. */
  category: slugsNamed().default([]),
  /** `me`, `none` or an agent's address. */
  assignee: searchable(320).optional().catch(undefined),
  /** Uids, or `none` for tickets that no team has. */
  team: uidsOrNone().default([]),
  /** Names: tickets that bear one of them. */
  tag: namesBy((word) => tagName.safeParse(word).data).default([]),
  /** Uids of the companies that the customers work for. */
  organization: uidsNamed().default([]),
  sla: z.enum(slaStates).optional().catch(undefined),
  /** `first_reply`: nobody has answered yet. `us`: a customer's message waits for an answer. */
  needs: z.enum(['first_reply', 'us']).optional().catch(undefined),
  /** Spam is where it is asked for, and nowhere else. */
  spam: z.literal('only').optional().catch(undefined),
  /** The tickets behind a number of the reports (lib/analytics/behind.ts). */
  behind: z
    .string()
    .max(500)
    .refine((text) => readBehind(text) !== undefined)
    .optional()
    .catch(undefined),
  q: searchable().optional().catch(undefined),
  sort: z.enum(queueSorts).default('updated').catch('updated'),
  dir: z.enum(['asc', 'desc']).default('desc').catch('desc'),
  /** Where a page begins: behind or before this row. */
  after: z.string().max(400).optional().catch(undefined),
  before: z.string().max(400).optional().catch(undefined),
  /** Those of a view that is open, where they are not as it was saved (queue-columns reads them). */
  columns: z.string().max(300).optional().catch(undefined),
})

type Read = Readonly<z.output<typeof shape>>

/** A saved view that is open. Its groups always hold; what else it asks, an address may say otherwise. */
export interface OpenView extends Groups {
  readonly uid: string
  readonly name: string
  readonly filter: Read
}

export type QueueFilter = Read & { readonly view?: OpenView }

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads the filters of a queue's address. Nothing in an address is an error: what does not fit is ignored. */
export const readQueueFilter = (params: Params): Read =>
  shape.parse(
    Object.fromEntries(
      Object.keys(shape.shape).map((name) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined
        return [name, typeof value === 'object' ? value[0] : value]
      }),
    ),
  )

/**
 * The queue of an address within a saved view: what the address does not say is as the view has it. An empty word takes
 * back what the view asks: `tag=`.
 */
export function withinView(params: Params, view: OpenView): QueueFilter {
  const { sort, dir, ...asked } = readQueueFilter(params)
  const says = ([name, value]: readonly [string, unknown]) =>
    params[name] === '' || (Array.isArray(value) ? value.length > 0 : value !== undefined)
  const differing = Object.entries(asked)
    .filter(says)
    .map(([name, value]) => [name, value === '' ? undefined : value])
  const ordered = queueSorts.some((name) => name === [params.sort].flat()[0])
  return { ...view.filter, ...Object.fromEntries(differing), ...(ordered && { sort, dir }), view }
}

/**
 * The statuses a queue shows: those asked for, or all in which there is something to do. A search looks everywhere,
 * unless it looks within what waits or runs late, and so does a number of the reports: words narrow a view, they do not widen it. Where the conditions of a
 * view name others, it looks there, too.
 */
export const statusesShown = ({
  status,
  q,
  needs,
  sla,
  spam,
  behind,
  view,
}: Pick<QueueFilter, 'status' | 'q' | 'needs' | 'sla' | 'spam' | 'behind' | 'view'>): readonly Status[] => {
  if (status.length > 0) return status
  if (spam || behind || (q?.trim() && !needs && !sla)) return statuses
  const named = view ? valuesNamed(view, 'status') : []
  return statuses.filter((one) => liveStatuses.some((live) => live === one) || named.includes(one))
}
