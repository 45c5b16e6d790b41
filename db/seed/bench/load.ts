import { availableParallelism } from 'node:os'
import type { ReservedSql, Sql } from 'postgres'
import { bare, tables } from './bare'
import { found } from './company'
import { furnish, plan } from './plan'
import { planClocks } from './promises'
import { fillings } from './tables'

interface Loading {
  readonly tickets: number
  /** The end of the company's history. */
  readonly now: Date
  /** Of the people who can sign in. */
  readonly passwordHash: string
}

/** One act of the load and how long it took. */
export interface Act {
  readonly name: string
  readonly seconds: number
}

/**
 * Fills an empty, migrated database with a made-up helpdesk of any size, for measuring: five messages a ticket, the same
 * for the same number and moment. It goes past the verbs, but what it writes is what they would have written: the repair
 * finds nothing to mend. Killed in the middle it leaves a database without indexes, which is good for nothing.
 */
export async function loadBench(sql: Sql, { tickets, now, passwordHash }: Loading, told: (act: Act) => void) {
  // Each is a connection of the pool.
  const count = Math.min(6, Math.max(2, availableParallelism()))
  const hands = await Promise.all(Array.from({ length: count }, () => hired(sql)))
  const [first] = hands
  if (!first) throw new Error('Nobody is there to load')
  const act = async (name: string, work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    told({ name, seconds: Math.round((performance.now() - begun) / 100) / 10 })
  }
  try {
    await act('company', async () => {
      await furnish(first)
      await found(first, tickets, passwordHash)
    })
    await act('plan', async () => {
      await plan(first, tickets, now)
      await planClocks(first, now)
    })
    const removed = await bare(first)
    await act('rows', async () =>
      share(
        hands,
        (await fillings(first)).map((one) => [one]),
      ),
    )
    await act('indexes', () => share(hands, removed.indexes))
    await act('references', async () => {
      for (const statement of removed.references) await first.unsafe(statement)
      await share(hands, removed.proofs)
    })
    await act('statistics', () =>
      share(
        hands,
        tables.map((table) => [`vacuum (analyze) ${table}`]),
      ),
    )
    await first.unsafe('drop schema bench cascade')
    await continueKeys(first)
  } finally {
    for (const hand of hands) hand.release()
  }
}

/** A connection that spends memory on large sorts, and does not wait for the disk after each statement. */
async function hired(sql: Sql): Promise<ReservedSql> {
  const hand = await sql.reserve()
  await hand.unsafe(`set maintenance_work_mem = '512MB'`)
  await hand.unsafe(`set work_mem = '256MB'`)
  await hand.unsafe('set synchronous_commit = off')
  return hand
}

/** Each hand takes the next group of statements when it has done one. */
async function share(hands: readonly ReservedSql[], groups: readonly (readonly string[])[]) {
  const left = groups.values()
  await Promise.all(
    hands.map(async (hand) => {
      for (const group of left) for (const statement of group) await hand.unsafe(statement)
    }),
  )
}

/** Keys were given; the next ones come after them. */
async function continueKeys(sql: Sql) {
  for (const table of ['people', 'tickets', 'messages', 'events'])
    await sql.unsafe(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
    )
}
