import { sql } from 'drizzle-orm'
import { bigint, customType, pgEnum, timestamp } from 'drizzle-orm/pg-core'

/** Who may ever read a row. No column of this type has a default: every writer says it. */
export const audience = pgEnum('audience', ['everyone', 'agents'])

export const citext = customType<{ data: string }>({ dataType: () => 'citext' })
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** A transaction's number, as text: it may be larger than what JavaScript counts. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** An instant, in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** The internal key; it never leaves the server. */
export const key = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
export const reference = (name: string) => bigint(name, { mode: 'number' })

/** The database's clock, or the moment that lib/clock has set for the transaction (seed data, tests). */
export const moment = sql`moment()`

/**
 * Nothing later has happened. A transaction that waited for a lock is older than what it waited for, and must count it; only a
 * story told afterwards has rows that lie in its future.
 */
export const latest = sql`coalesce(nullif(current_setting('deskwell.moment', true), '')::timestamptz, 'infinity')`
