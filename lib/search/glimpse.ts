import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readWithin } from '@/db/read-within'
import { unlessCutOff } from '@/lib/database-errors'
import { patience } from '@/lib/patience'
import type { Priority, Status } from '@/lib/tickets/ticket'
import type { Agent } from '@/lib/viewer'
import { customersAlike, customersNamed } from './customers'
import { matchingTickets, newestTickets, thatMeet } from './matching'
import { meaningOf } from './meaning'
import { readQuery, type SearchQuery } from './query'
import { ranked } from './ranking'
import { referredTo } from './referred'

export interface Glimpse {
  readonly tickets: readonly {
    readonly refid: string
    readonly subject: string
    readonly status: Status
    readonly priority: Priority
    readonly spam: boolean
    readonly customer: string
  }[]
  readonly customers: readonly { readonly uid: string; readonly name: string; readonly email: string }[]
  /** What of it cannot be understood, or not yet, in words. */
  readonly problem?: string
  /** The database ended it: there are no results then. */
  readonly tookTooLong?: boolean
}

const mostTickets = 8
const mostCustomers = 4

/** How many live tickets are looked through for a word that is not finished. */
const lookedThrough = 1_000

/**
 * A few tickets and customers for a search that is still being typed: the ticket whose reference it begins, live tickets
 * with words in the subject that begin so, and what complete words and operators find. Cheap enough for every key.
 */
export const glimpse = (agent: Agent, text: string, now: Date): Promise<Glimpse> =>
  unlessCutOff(glimpsed(agent, text, now), { tickets: [], customers: [], tookTooLong: true })

async function glimpsed(agent: Agent, text: string, now: Date): Promise<Glimpse> {
  const { query, problems } = readQuery(text)
  const words = query.words.flatMap(({ not, text }) => (not ? [] : [text])).join(' ')
  const [referred, begun, found, customers] = await Promise.all([
    referredTo(text),
    beginningSo(query),
    // What is not understood alone asks for nothing, and not for less.
    query.words.length === 0 && problems.length > 0 ? [] : complete(agent, query, now),
    customersNamed(agent, words, mostCustomers),
  ])
  const ids = [...new Set([...referred.map(({ id }) => id), ...begun, ...found])].slice(0, mostTickets)
  const slipped = customers.length + ids.length === 0
  const [tickets, people] = await Promise.all([
    lines(ids),
    slipped ? customersAlike(agent, words, mostCustomers) : customers,
  ])
  return {
    tickets,
    customers: people.map(({ uid, name, email }) => ({ uid, name, email })),
    ...(problems[0] && { problem: problems[0].message }),
  }
}

/** Only letters and digits go into a query with a prefix: it has a syntax of its own. */
async function beginningSo({ words, asks }: SearchQuery): Promise<readonly number[]> {
  const last = words.at(-1)
  const begun = last?.text.match(/^[\p{L}\p{N}]{2,}$/u)?.[0]
  if (!last || last.not || !begun || asks.length > 0) return []
  const before = words
    .slice(0, -1)
    .map(({ text, not }) => sql`and ${not ? sql`not` : sql``} search @@ plainto_tsquery('english', ${text})`)
  const found = await readWithin<{ id: number }>(
    patience.glance,
    sql`
    select id from (
      select id, search, updated_at, spam_at from tickets where status in ('open', 'pending', 'on_hold')
      order by updated_at desc, id desc limit ${lookedThrough}) live
    where spam_at is null and search @@ (to_tsquery('simple', ${`${begun}:*`}) || plainto_tsquery('english', ${begun})) ${sql.join(before, sql` `)}
    order by updated_at desc, id desc limit ${mostTickets}`,
  )
  return found.map(({ id }) => id)
}

async function complete(agent: Agent, query: SearchQuery, now: Date): Promise<readonly number[]> {
  const meaning = await meaningOf(agent, query, now)
  const { wanted, unwanted, spam, conditions } = meaning
  if (wanted.length === 0) {
    if (conditions.length === 0 || unwanted.length > 0) return []
    return (await newestTickets(meaning, mostTickets, patience.glance)).map(({ id }) => id)
  }
  const { hits } = await matchingTickets({ wanted, spam, customers: [], reach: 'glance' })
  return ranked(await thatMeet(conditions, hits), now).map(({ id }) => id)
}

async function lines(ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.execute<Glimpse['tickets'][number] & Record<string, unknown>>(sql`
    select t.refid, t.subject, t.status, t.priority, t.spam_at is not null as spam, p.name as customer
    from unnest(${`{${ids.join()}}`}::bigint[]) with ordinality as one(id, place)
    join tickets t on t.id = one.id join people p on p.id = t.requester_id order by place`)
}
