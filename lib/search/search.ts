import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { unlessCutOff } from '@/lib/database-errors'
import { type Status, statuses } from '@/lib/tickets/ticket'
import type { Agent } from '@/lib/viewer'
import type { FoundCustomer } from './customers'
import { matchesOf } from './find'
import { nearRefids } from './near-refids'
import { type Problem, readQuery } from './query'
import { referredTo } from './referred'
import { type FoundTicket, resultRows } from './results'
import { withKnownNames } from './suggest'

export const resultsPerPage = 25

export interface SearchResults {
  /** What of the typed search cannot be understood; there are no results then. */
  readonly problems: readonly Problem[]
  /** The database ended it: there are no results then. */
  readonly tookTooLong: boolean
  /** One page of them, best first. */
  readonly tickets: readonly FoundTicket[]
  readonly total: number
  readonly byStatus: Readonly<Record<Status, number>>
  /** Whether these are all there are; else they are the best of the newest. */
  readonly all: boolean
  readonly customers: readonly Omit<FoundCustomer, 'id'>[]
  /** References that differ by one slip from the one that was typed, which nobody has. */
  readonly nearRefids: readonly string[]
  /** The search with names that exist for those that do not. */
  readonly meant: string | null
  /** Names in it that nobody and nothing bears: `tag “vpi”`. */
  readonly unknown: readonly string[]
  /** Words were typed, and all of them are fillers (“the”). */
  readonly fillers: boolean
}

interface Asking {
  readonly page?: number
  readonly now: Date
  /** Goes back to the first ticket, and takes its time. */
  readonly everything?: boolean
}

/** What an agent finds with what was typed, over subjects, messages, notes, customers and references. */
export const search = (agent: Agent, text: string, asking: Asking): Promise<SearchResults> =>
  unlessCutOff(searched(agent, text, asking), { ...nothing, tookTooLong: true })

async function searched(
  agent: Agent,
  text: string,
  { page = 1, now, everything }: Asking,
): Promise<SearchResults> {
  const { query, problems } = readQuery(text)
  if (problems.length > 0) return { ...nothing, problems }
  const [referred, near, { hits, all, customers, meaning }] = await Promise.all([
    referredTo(text),
    oneSlipFrom(text),
    matchesOf(agent, query, { now, everything }),
  ])
  const listed = [
    ...referred.map((ticket) => ({ ...ticket, message: null })),
    ...hits.filter(({ id }) => !referred.some((ticket) => ticket.id === id)),
  ]
  // Whose tickets are wanted is only looked up with the tickets.
  const doubtful = query.asks.filter((ask) => ask.operator === 'from' || meaning.unknown.includes(ask))
  const meant =
    listed.length === 0 && doubtful.length > 0 ? await withKnownNames(agent, text, doubtful) : null
  return {
    problems,
    tookTooLong: false,
    tickets: await resultRows(
      listed.slice((page - 1) * resultsPerPage, page * resultsPerPage),
      meaning.wanted,
    ),
    total: listed.length,
    byStatus: counted(listed),
    all,
    customers: customers.slice(0, 5).map(({ id: _, ...customer }) => customer),
    nearRefids: referred.length > 0 ? [] : near,
    meant,
    unknown: meaning.unknown.flatMap(({ operator, any }) => any.map((name) => `${operator} “${name}”`)),
    fillers:
      query.words.length > 0 &&
      query.asks.length === 0 &&
      meaning.wanted.length + meaning.unwanted.length === 0,
  }
}

const counted = (hits: readonly { readonly status: Status }[]) => ({
  ...nothing.byStatus,
  ...Object.fromEntries(
    statuses.map((status) => [status, hits.filter((hit) => hit.status === status).length]),
  ),
})

const nothing: SearchResults = {
  problems: [],
  tookTooLong: false,
  tickets: [],
  total: 0,
  byStatus: { open: 0, pending: 0, on_hold: 0, resolved: 0, closed: 0 },
  all: true,
  customers: [],
  nearRefids: [],
  meant: null,
  unknown: [],
  fillers: false,
}

/** References that somebody has and that are one slip away from this. */
async function oneSlipFrom(text: string) {
  const near = nearRefids(text)
  if (near.length === 0) return []
  const found = await db.execute<{ refid: string }>(
    sql`select refid from tickets where refid = any(${`{${near.join()}}`}::text[]) and spam_at is null limit 5`,
  )
  return found.map(({ refid }) => refid)
}
