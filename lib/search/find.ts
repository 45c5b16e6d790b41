import type { Agent } from '@/lib/viewer'
import { customersAlike, customersNamed, type FoundCustomer } from './customers'
import { matchingTickets, newestTickets, provenTickets, thatMeet } from './matching'
import { type Meaning, meaningOf } from './meaning'
import type { SearchQuery } from './query'
import { type Hit, ranked } from './ranking'

/** So many tickets are looked at word by word; more would take longer than anybody waits. */
const mostProven = 200
/** With fewer results than that, words are looked for in different messages of a ticket. */
const enough = 25
const plenty = 100
/** With fewer results than that, a name may have been typed with a slip. */
const hardlyAny = 5
const mostListed = 500
/** Each of the first words is looked for by itself. */
const mostSpread = 4

export interface Matches {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** Whether these are all there are: else they are the best of the newest. */
  readonly all: boolean
  /** Customers whose names or addresses match, too. */
  readonly customers: readonly FoundCustomer[]
  readonly meaning: Meaning
}

/**
 * The tickets that an agent looks for, best first. By default what is in very many tickets is looked for in the newest;
 * `everything` goes back to the first, and takes its time.
 */
export async function matchesOf(
  agent: Agent,
  query: SearchQuery,
  { now, everything = false }: { readonly now: Date; readonly everything?: boolean },
): Promise<Matches> {
  const words = query.words.flatMap(({ not, text }) => (not ? [] : [text]))
  const [meaning, customers] = await Promise.all([
    meaningOf(agent, query, now),
    customersNamed(agent, words.join(' '), 20),
  ])
  const named = customers.map(({ id }) => id)
  const found =
    meaning.wanted.length > 0
      ? await searched(agent, meaning, { words, customers: named, everything })
      : await listed(meaning)
  const hits = meaning.wanted.length > 0 ? ranked(found.hits, now) : found.hits
  const slipped = customers.length === 0 && hits.length < hardlyAny
  return {
    hits,
    all: found.all,
    customers: slipped ? await customersAlike(agent, words.join(' '), 20) : customers,
    meaning,
  }
}

/** Operators alone list what was changed last. */
async function listed(meaning: Meaning) {
  const { conditions, unwanted } = meaning
  if (conditions.length === 0 && unwanted.length === 0) return { hits: [], all: true }
  const newest = await newestTickets(meaning, unwanted.length > 0 ? mostProven : mostListed)
  const all = newest.length < (unwanted.length > 0 ? mostProven : mostListed)
  if (unwanted.length === 0) return { hits: newest, all }
  const clean = new Set((await provenTickets(keys(newest), meaning)).map(({ id }) => id))
  return { hits: newest.filter(({ id }) => clean.has(id)), all }
}

interface Wanting {
  readonly words: readonly string[]
  readonly customers: readonly number[]
  readonly everything: boolean
}

async function searched(agent: Agent, meaning: Meaning, { words, customers, everything }: Wanting) {
  const within = meaning.conditions.length > 0 ? await newestTickets(meaning, mostProven) : null
  const proven = within ? await provenTickets(keys(within), meaning) : []
  // All that the operators allow has been looked at; or there is enough of the newest.
  if (within && (within.length < mostProven || (!everything && proven.length >= plenty)))
    return { hits: proven, all: within.length < mostProven }
  const look = (reach: 'near' | 'far') => matchingTickets({ ...meaning, customers, reach })
  const near = everything ? null : await look('near')
  // The newest that has the words may be spam, and left out.
  const matching = near && (near.all || near.hits.length >= hardlyAny) ? near : await look('far')
  const allowed = await thatMeet(meaning.conditions, matching.hits)
  const hits = [...proven, ...(await without(allowed, meaning))]
  if (meaning.wanted.length === 1 || hits.length >= enough) return { hits, all: matching.all }
  const looked = new Set(keys(within ?? []))
  return { hits: [...hits, ...(await spread(agent, meaning, { words, looked }))], all: matching.all }
}

/** What has nothing unwanted; for a hundred results, not for thousands. */
async function without(hits: readonly Hit[], meaning: Meaning) {
  if (meaning.unwanted.length === 0) return hits
  const clean = new Set(
    (await provenTickets(keys(hits).slice(0, mostProven), { wanted: [], unwanted: meaning.unwanted })).map(
      ({ id }) => id,
    ),
  )
  return hits.filter(({ id }) => clean.has(id))
}

interface Spreading {
  readonly words: readonly string[]
  /** What is known of these tickets already. */
  readonly looked: ReadonlySet<number>
}

/** Tickets that have one word here and another there. */
async function spread(agent: Agent, meaning: Meaning, { words, looked }: Spreading) {
  const named = await Promise.all(words.slice(0, mostSpread).map((word) => customersNamed(agent, word, 20)))
  const customers = named.flat().map(({ id }) => id)
  const some = await Promise.all(
    meaning.wanted.slice(0, mostSpread).map((stem, place) =>
      matchingTickets({
        wanted: [stem],
        spam: meaning.spam,
        customers: place === 0 ? customers : [],
        reach: 'glance',
      }),
    ),
  )
  const unseen = some.flatMap(({ hits }) => hits.filter(({ id }) => !looked.has(id)))
  const allowed = await thatMeet(meaning.conditions, unseen)
  return provenTickets([...new Set(keys(allowed))], meaning)
}

const keys = (hits: readonly Hit[]) => hits.map(({ id }) => id)
