import type { SQL } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

export type Reader = Pick<Tx, 'execute' | 'select'>

/** One thing about one ticket that cannot be as it is. */
export interface Damage {
  readonly ticketId: number
  readonly refid: string
  /** In words for whoever runs the repair. */
  readonly what: string
  /** What the rule needs to mend it: a key of the row that is wrong, where it is not the ticket itself. */
  readonly row?: number
}

export interface Rule {
  readonly name: string
  /** With `ticketId` only on that ticket. */
  readonly find: (reader: Reader, ticketId?: number) => Promise<readonly Damage[]>
  /** Mends it, in a transaction that holds the ticket's row; absent: only a person can decide. */
  readonly mend?: (tx: Tx, damage: Damage) => Promise<unknown>
}

/** The rows of a query over `tickets t`, which selects `what` and, where needed, `row`. */
export async function damages(reader: Reader, query: SQL): Promise<readonly Damage[]> {
  const rows = await reader.execute<{ ticketId: number; refid: string; what: string; row: number | null }>(
    query,
  )
  return rows.map(({ row, ...damage }) => (row === null ? damage : { ...damage, row }))
}
