import { asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people, teams, tickets } from '@/db/schema'
import { vocabulary } from '@/db/seed/bench/words'
import { randomFrom } from '@/db/seed/random'
import { viewerColumns } from '@/lib/people/viewer-columns'
import { glimpse } from '@/lib/search/glimpse'
import { search } from '@/lib/search/search'
import { openedTicket } from '@/lib/tickets/find'
import { queue } from '@/lib/tickets/queue'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { type QueueFilter, readQueueFilter, withinView } from '@/lib/tickets/queue-filter'
import { queueSorts } from '@/lib/tickets/queue-sorts'
import { timeline } from '@/lib/tickets/timeline'
import { allOpen, queueViews } from '@/lib/tickets/views'
import { type Agent, isAgent } from '@/lib/viewer'
import { viewCounts } from '@/lib/views/counts'
import { createView } from '@/lib/views/create'
import { viewByUid } from '@/lib/views/find'
import type { ViewQuery } from '@/lib/views/view'

/** What somebody looks at; each turn is another person, ticket or search. */
export interface Read {
  readonly name: string
  /** Milliseconds of database time that it may cost; left out: `usual`. */
  readonly most?: Limits
  once(turn: number): Promise<unknown>
}

export interface Limits {
  readonly median?: number
  readonly p99?: number
}

/** What an agent waits for. */
export const usual: Limits = { median: 15, p99: 60 }

const now = new Date()
const pages = 1_000
/** So many people take turns. */
export const agentCount = 25

/** All that the console reads while somebody works in it. */
export async function reads(): Promise<readonly Read[]> {
  const agents = await someAgents()
  const agentOf = (turn: number) => at(agents, turn)
  const views = await savedViews(at(agents, 0))
  const refids = await someRefids()
  const wordPairs = pairs()
  return [
    ...queueViews.flatMap(({ id, asks, order }) =>
      firstAndNext(`view ${id}`, { ...readQueueFilter({}), ...order, ...asks }, agentOf),
    ),
    deepInto('view open', { ...readQueueFilter({}), ...allOpen.order }, at(agents, 0)),
    ...firstAndNext('closed tickets', readQueueFilter({ status: 'closed' }), agentOf),
    deepInto('closed tickets', readQueueFilter({ status: 'closed' }), at(agents, 0)),
    {
      name: 'counts of the views',
      once: (turn) => Promise.all([queueCounts(agentOf(turn), now), viewCounts(agentOf(turn), now)]),
    },
    ...views.flatMap(({ name, filter }) => firstAndNext(`saved view ${name}`, filter, agentOf)),
    ...(['open', 'resolved'] as const).flatMap((status) =>
      queueSorts.flatMap((sort) =>
        (['asc', 'desc'] as const).flatMap((dir) =>
          firstAndNext(`${status} by ${sort}, ${dir}`, readQueueFilter({ status, sort, dir }), agentOf),
        ),
      ),
    ),
    {
      name: 'ticket page',
      once: (turn) => ticketPage(agentOf(turn), at(refids.some, turn)),
    },
    { name: 'ticket page, 600 messages', once: (turn) => ticketPage(agentOf(turn), refids.endless) },
    { name: 'search, two words', once: (turn) => search(agentOf(turn), at(wordPairs.usual, turn), { now }) },
    {
      name: 'search, two frequent words',
      once: (turn) => search(agentOf(turn), at(wordPairs.frequent, turn), { now }),
    },
    {
      name: 'search, two words of open tickets',
      once: (turn) => search(agentOf(turn), `${at(wordPairs.usual, turn)} is:open`, { now }),
    },
    { name: 'palette, two words', once: (turn) => glimpse(agentOf(turn), at(wordPairs.usual, turn), now) },
    {
      name: 'queue with two words',
      once: (turn) => queue(agentOf(turn), readQueueFilter({ q: at(wordPairs.usual, turn) }), now),
    },
    {
      name: 'queue with two frequent words',
      once: (turn) => queue(agentOf(turn), readQueueFilter({ q: at(wordPairs.frequent, turn) }), now),
    },
  ]
}

const ticketPage = (agent: Agent, refid: string) =>
  Promise.all([openedTicket(agent, refid), timeline(agent, refid)])

function firstAndNext(name: string, filter: QueueFilter, agentOf: (turn: number) => Agent): readonly Read[] {
  const second = new Map<Agent, Promise<string | null>>()
  const cursor = (agent: Agent) => {
    const known = second.get(agent) ?? queue(agent, filter, now).then(({ next }) => next)
    second.set(agent, known)
    return known
  }
  return [
    { name: `${name}: first page`, once: (turn) => queue(agentOf(turn), filter, now) },
    {
      name: `${name}: next page`,
      once: async (turn) => {
        const after = (await cursor(agentOf(turn))) ?? undefined
        return queue(agentOf(turn), { ...filter, after }, now)
      },
    },
  ]
}

/** As far as somebody gets who turns pages: the thousandth, or the last. */
function deepInto(name: string, filter: QueueFilter, agent: Agent): Read {
  let walk: Promise<string | undefined> | undefined
  const walked = async () => {
    let after: string | undefined
    for (let page = 1; page < pages; page += 1) {
      const { next } = await queue(agent, { ...filter, after }, now)
      if (!next) return after
      after = next
    }
    return after
  }
  return {
    name: `${name}: page ${pages}`,
    once: async () => {
      walk ??= walked()
      return queue(agent, { ...filter, after: await walk }, now)
    },
  }
}

async function someAgents(): Promise<readonly Agent[]> {
  const rows = await db
    .select(viewerColumns)
    .from(people)
    .where(eq(people.role, 'agent'))
    .orderBy(asc(people.id))
    .limit(agentCount)
  return rows.filter(isAgent)
}

async function someRefids() {
  const some = await db
    .select({ refid: tickets.refid })
    .from(tickets)
    .orderBy(sql`hashint8extended(${tickets.id}, 5)`)
    .limit(200)
  const [longest] = await db.execute<{ refid: string }>(sql`
    select t.refid from tickets t where t.id = (select max(id) / 2 from tickets)`)
  return { some: some.map(({ refid }) => refid), endless: longest?.refid ?? '' }
}

/** Words as often as they are in messages; and those that are in most of them. */
function pairs() {
  const random = randomFrom(11)
  const word = (until: number) => vocabulary[Math.floor(until ** random.between(0.2, 1))] ?? ''
  const some = (until: number) => Array.from({ length: 200 }, () => `${word(until)} ${word(until)}`)
  return { usual: some(vocabulary.length - 1), frequent: some(12) }
}

const plain: ViewQuery = { address: { priority: 'high,urgent' }, match: 'all', groups: [] }
const composed: ViewQuery = {
  address: {},
  match: 'all',
  groups: [
    {
      match: 'any',
      conditions: [
        { field: 'priority', values: ['urgent'] },
        { field: 'tag', values: ['refund', 'invoice'] },
        { field: 'needs', values: ['first_reply'] },
      ],
    },
    {
      match: 'any',
      conditions: [
        { field: 'created', days: 30 },
        { field: 'sla', values: ['breached'] },
      ],
    },
  ],
}

/** One that narrows like an address, and one of conditions that are put together; the first agent's alone. */
async function savedViews(agent: Agent) {
  const [team] = await db.select({ uid: teams.uid }).from(teams).limit(1)
  const wanted = [
    {
      name: 'of an address',
      uid: '00000000-0000-4000-8000-000000000001',
      query: { ...plain, address: { ...plain.address, team: team?.uid ?? '' } },
    },
    { name: 'of groups', uid: '00000000-0000-4000-8000-000000000002', query: composed },
  ]
  return Promise.all(
    wanted.map(async ({ name, uid, query }) => {
      await createView(agent, { name: `Measured, ${name}`, scope: 'personal', query }, uid)
      return { name, filter: withinView({}, await viewByUid(agent, uid)) }
    }),
  )
}

function at<One>(all: readonly One[], turn: number): One {
  const one = all[turn % all.length]
  if (one === undefined) throw new Error('There is nothing to measure')
  return one
}
