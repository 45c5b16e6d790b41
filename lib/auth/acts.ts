import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

interface Person {
  readonly id: number
}

/**
 * Held to the end of the transaction by whatever is done in a person's name, beside all else that is, and before it is asked
 * whether they still may: the next statement of a READ COMMITTED transaction sees what was ended while this one waited.
 */
export const holdActs = (tx: Tx, person: Person) =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(${actsOf(person)})`)

/**
 * Waits for what is being done in a person's name; whatever begins later waits for this transaction. Taken before any row, as
 * whoever acts does.
 */
export const endActs = (tx: Tx, person: Person) =>
  tx.execute(sql`select pg_advisory_xact_lock(${actsOf(person)})`)

const actsOf = ({ id }: Person) => sql`hashtextextended('in the name of', ${id}::bigint)`
