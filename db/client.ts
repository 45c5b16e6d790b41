import { sql as statement } from 'drizzle-orm'
import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import './query-error'

// Identities and counts are bigint in the database; they stay far below 2^53, so they arrive as plain numbers.
const int8: postgres.PostgresType<number> = {
  to: 20,
  from: [20],
  serialize: String,
  parse: Number,
}

const connect = (options: postgres.Options<Record<string, never>>) =>
  // Nothing is dialled before the first query, so a build can import this without a database.
  postgres(process.env.DATABASE_URL ?? 'postgres://database-url-is-not-set.invalid', {
    ...options,
    connect_timeout: 5,
    // Seconds between two tries. Each fails one query that waits, and whoever waits for a page is to be told soon.
    backoff: (tries) => Math.min(tries / 10, 1),
    connection: { application_name: process.env.DESKWELL_PROCESS ?? 'deskwell' },
    types: { int8 },
    onnotice: () => {},
  })

// `next dev` evaluates modules again after each edit; the pool must not be opened again with them.
const kept = globalThis as typeof globalThis & {
  deskwellSql?: ReturnType<typeof connect>
  deskwellBeside?: ReturnType<typeof connect>
}

kept.deskwellSql ??= connect({ max: 10 })
kept.deskwellBeside ??= connect({ max: 1, idle_timeout: 10 })

const anew = '/* planned for its values */'

/**
 * Anywhere in a statement: it is planned anew for its values. For searches and saved views, whose best plan depends on what
 * is asked, and of whose texts there are too many to keep.
 */
export const plannedForItsValues = statement.raw(anew)

// Drizzle names a statement only when it is told to, one by one; without a name it is sent in two round trips and planned
// anew each time. The driver keeps the names apart by the statement's text, for as long as a connection lives.
const prepareQuery = PostgresJsSession.prototype.prepareQuery
PostgresJsSession.prototype.prepareQuery = function (query, fields, name, ...rest) {
  const once = query.sql.includes(anew)
  return Reflect.apply(prepareQuery, this, [query, fields, once ? name : (name ?? 'by its text'), ...rest])
}

export const sql = kept.deskwellSql
/** One connection beside the pool, opened when it is needed: for what makes the pool free again cannot wait for it. */
export const besidePool = kept.deskwellBeside
export const db = drizzle(sql)

export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]

/** Lets a command or a test end; running queries get five seconds. */
export const disconnect = () => Promise.all([sql.end({ timeout: 5 }), besidePool.end({ timeout: 5 })])
