import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueHref } from './address'
import { arrivals } from './arrivals'
import type { QueueLine } from './line'

export type FreshLine = QueueLine & { readonly fits?: boolean }

interface Answer {
  readonly lines: readonly FreshLine[]
  readonly page: readonly string[] | null
}

/** What has become of a page of the queue since it was given. */
export interface Since {
  readonly given: readonly QueueLine[]
  readonly fresh: ReadonlyMap<string, FreshLine>
  readonly arrived: readonly string[]
}

/** More than that, and all rows are asked for instead. */
const most = 50

interface AskedSince {
  readonly filter: QueueFilter
  /** The rows of the page. */
  readonly known: readonly string[]
  /** It has as many rows as a page has. */
  readonly full: boolean
  /** On which tickets something happened, as far as anybody can say. */
  readonly changed: ReadonlySet<string> | 'all'
}

/** Asks the server. Gives what adds the answer to what was known; undefined: there is none. */
export async function askSince({ filter, known, full, changed }: AskedSince) {
  const query = new URLSearchParams(queueHref(filter).split('?')[1])
  if (changed !== 'all' && changed.size <= most) query.set('refids', [...changed].join())
  query.set('known', known.join())
  const answer = await fetch(`/api/console/queue?${query}`)
  if (!answer.ok) return
  const { lines, page }: Answer = await answer.json()
  return (before: Since): Since => {
    const fresh = new Map(before.fresh)
    for (const line of lines) if (known.includes(line.refid)) fresh.set(line.refid, line)
    const left = new Set(lines.flatMap(({ fits, refid }) => (fits ? [] : [refid])))
    const arrived = page
      ? arrivals(known, page, { full })
      : before.arrived.filter((refid) => !left.has(refid))
    return { ...before, fresh, arrived }
  }
}
