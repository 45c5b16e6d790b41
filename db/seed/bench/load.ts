import { availableParallelism } from 'node:os'
import type { ReservedSql, Sql } from 'postgres'
import { bare, tables } from './bare'
import { found } from './company'
import { furnish } from './furnish'
import { cut, planDeeds, planFor, planTickets, untended } from './plan'
import { planClocks } from './promises'
import { rowsOf } from './tables'

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
 * Fills an empty, migrated database with a made-up helpdesk of any size, for measuring: two years with five messages a
 * ticket, the same for the same number and moment. It goes past the verbs, but what it writes is what they would have
 * written: up to a hundred thousand tickets the repair finds nothing to mend, above that only what the ledger does not tell
 * of clocks that ended long ago. Killed in the middle it leaves a database without indexes, which is good for nothing.
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
  const plan = planFor(tickets, now)
  const forParts = (statements: (part: number) => readonly string[]) =>
    share(
      hands,
      Array.from({ length: plan.parts }, (_, part) => statements(part)),
    )
  try {
    const removed = await bare(first)
    await eachTable(first, `set (${untended})`)
    await act('company', async () => {
      await furnish(first)
      await found(first, tickets, passwordHash)
      await cut(first, plan)
    })
    await act('plan', async () => {
      await forParts((part) => planTickets(plan, part))
      await forParts((part) => [...planDeeds(plan, part), ...planClocks(plan, part)])
    })
    await act('rows', () => forParts((part) => rowsOf(plan, part)))
    await first.unsafe('drop schema bench cascade')
    await act('keys', () => share(hands, removed.keys))
    await act('indexes', () => share(hands, removed.indexes))
    await act('statistics', () =>
      share(
        hands,
        tables.map((table) => [`vacuum (analyze, index_cleanup off) ${table}`]),
      ),
    )
    // The proofs look keys up in the indexes alone, once the tables are known to hold nothing that is gone.
    await act('references', async () => {
      for (const statement of removed.references) await first.unsafe(statement)
      await share(hands, removed.proofs)
    })
    await eachTable(first, 'reset (autovacuum_enabled)')
    await continueKeys(first)
    for (const hand of hands) await hand.unsafe('reset all')
  } finally {
    for (const hand of hands) hand.release()
  }
}

/** A connection that spends memory on large sorts, does not wait for the disk after each statement, and works alone. */
async function hired(sql: Sql): Promise<ReservedSql> {
  const hand = await sql.reserve()
  await hand.unsafe(`set maintenance_work_mem = '1GB'`)
  await hand.unsafe(`set work_mem = '256MB'`)
  await hand.unsafe('set synchronous_commit = off')
  // There is one for each processor.
  await hand.unsafe('set max_parallel_maintenance_workers = 0')
  await hand.unsafe('set max_parallel_workers_per_gather = 0')
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

/** Nothing looks after a table while it is filled: what that would find is old in the next second. */
async function eachTable(sql: Sql, alteration: string) {
  for (const table of tables) await sql.unsafe(`alter table ${table} ${alteration}`)
}

/** Keys were given; the next ones come after them. */
async function continueKeys(sql: Sql) {
  for (const table of ['people', 'tickets', 'messages', 'events'])
    await sql.unsafe(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
    )
}
