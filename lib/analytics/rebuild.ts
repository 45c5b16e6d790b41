import { setTimeout as pause } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { inTransaction } from '@/lib/transaction'
import { beginBeside, catchUp, dropLeft, takePlace } from './beside'
import { type FactDimension, type FactKind, factDimensions } from './fact'
import { addedUp, kindAlong, sums, valueAlong } from './tally'

/** At most so many tickets are read at once: each slice is joined to all tickets, with the memory for it. */
const mostOfSlice = 250_000
const atOnce = 2
const lock = 4713

/** Until somebody who holds us up is asked again: soon at first, and then seldom, because others wait behind each try. */
const [rest, longestRest] = [1_000, 30_000]

/**
 * Reads the facts of every ticket anew, and counts them, beside those that are there; these are read and kept up meanwhile.
 * Then the new ones take their place. One does it at a time; whoever comes while somebody does waits for theirs.
 */
export async function rebuild(): Promise<'by us' | 'by others'> {
  const before = await inPlace()
  for (;;) {
    const made = await alone(async () => ((await inPlace()) === before ? madeAnew() : 'by others'))
    if (made) return made
    await pause(rest)
  }
}

/** Drops what a rebuild that was killed has left behind. */
export const pruneRebuilds = () => alone(() => inTransaction(dropLeft))

/** Which facts are read; each rebuild that comes to an end gives others. */
async function inPlace() {
  const [row] = await db.execute<{ id: number }>(sql`select to_regclass('public.facts')::oid as id`)
  return row?.id
}

/** Undefined: somebody else is at it, or it has come to nothing. */
const alone = <Result>(work: () => Promise<Result>) =>
  db.transaction(async (holder) => {
    const [{ free } = { free: false }] = await holder.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${lock}) as free`,
    )
    // A read keeps its snapshot until the next statement, which must have none: VACUUM would leave alone what is newer.
    await holder.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    return free ? work() : undefined
  })

/** Undefined: what it was computed by has changed meanwhile. */
async function madeAnew() {
  const beside = await beginBeside()
  const [facts, tallies] = [sql.raw(`${beside.schema}.facts`), sql.raw(`${beside.schema}.fact_tallies`)]
  const { counted, added, ofMonths } = tallying(facts, tallies)
  await eachOf(
    slices(beside).map(
      ([from, to]) =>
        sql`insert into ${facts} select * from ticket_facts where ticket_id between ${from} and ${to}`,
    ),
  )
  await db.execute(sql`analyze ${facts}`)
  await eachOf([...beside.indexes.facts.map((one) => sql.raw(one)), ...counted])
  await eachOf(added)
  await eachOf([ofMonths])
  await eachOf(beside.indexes.fact_tallies.map((one) => sql.raw(one)))
  // Also for scans of an index alone, which ask what is visible to everybody.
  await db.execute(sql`vacuum (analyze) ${facts}, ${tallies}`)
  for (let wait = rest; ; wait = Math.min(2 * wait, longestRest)) {
    await catchUp(beside)
    const taken = await takePlace(beside)
    if (taken !== 'held up') return taken === 'in place' ? 'by us' : undefined
    await pause(wait)
  }
}

/** Of the same size, and as many for each hand. */
function slices({ first, last }: { readonly first: number; readonly last: number }) {
  const rounds = Math.ceil((last - first + 1) / (atOnce * mostOfSlice))
  const size = Math.ceil((last - first + 1) / (atOnce * rounds))
  return Array.from({ length: atOnce * rounds }, (_, place) => {
    const from = first + place * size
    return [from, from + size - 1] as const
  })
}

/** The statements that fill `tallies` from `facts`. In the order in which they are read: what a report asks for lies together. */
function tallying(facts: SQL, tallies: SQL) {
  const into = sql`insert into ${tallies} (span, starts, kind, dimension, value, n, good, amount, open_amount)`
  const sum = sql`sum(n), sum(good), sum(amount), sum(open_amount)`
  return {
    /** What the facts themselves tell. */
    counted: factDimensions
      .filter((name) => !addedUp.some((one) => one.name === name))
      .map((name) => {
        const kind = kindAlong[name]
        return sql`${into}
          select 'day', day, kind, ${word(name)}, value, ${sums(sql`1`)}
          from (select *, ${valueAlong[name]} as value from ${facts} ${kind ? sql`where kind = ${word(kind)}` : sql``}) f
          where value is not null group by day, kind, value order by kind, day, value`
      }),
    /** What finer tallies tell. */
    added: addedUp.map(
      ({ name, from, value }) => sql`${into}
        select 'day', starts, kind, ${word(name)}, ${value}, ${sum}
        from ${tallies} where dimension = ${word(from)} group by starts, kind, 5 order by kind, starts, 5`,
    ),
    ofMonths: sql`${into}
      select 'month', date_trunc('month', starts)::date, kind, dimension, value, ${sum}
      from ${tallies} group by 2, 3, 4, 5 order by 3, 4, 2, 5`,
  }
}

/** A word of ours. */
function word(name: FactDimension | FactKind) {
  return sql.raw(`'${name}'`)
}

/**
 * Some statements at a time, each with room for large sorts and by one process: there is one for each hand. After one that
 * failed none is begun any more, and those under way are waited for.
 */
async function eachOf(all: readonly SQL[]) {
  const left = [...all]
  const hand = async () => {
    for (let statement = left.shift(); statement; statement = left.shift()) await run(statement)
  }
  const run = (statement: SQL) =>
    db
      .transaction(async (tx) => {
        await tx.execute(sql`
          select set_config('work_mem', '128MB', true), set_config('maintenance_work_mem', '256MB', true),
            set_config('max_parallel_maintenance_workers', '0', true)`)
        await tx.execute(statement)
      })
      .catch((error: unknown) => {
        left.length = 0
        throw error
      })
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, hand))
  for (const one of hands) if (one.status === 'rejected') throw one.reason
}
