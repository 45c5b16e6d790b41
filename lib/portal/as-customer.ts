import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { endsAfter } from '@/db/read-within'
import { unlessCutOff } from '@/lib/database-errors'
import { patience } from '@/lib/patience'
import type { Customer } from '@/lib/viewer'

type Read<Result> = (tx: Tx) => Promise<Result>

/**
 * Runs reads as the database role that can see the portal views of this customer and nothing else. Whatever else
 * `read` tries fails with "permission denied": a mistake is loud instead of a leak. The database ends a statement that
 * takes longer than anybody waits.
 */
export const asCustomer = <Result>(customer: Customer, read: Read<Result>) =>
  inPortal(String(customer.id), read)

/** As `asCustomer`, for what looks for words; `instead` where the database has ended it. */
export const soughtByCustomer = <Result>(customer: Customer, instead: Result, read: Read<Result>) =>
  unlessCutOff(asCustomer(customer, read), instead)

/** As `asCustomer`, for somebody who is not signed in: no ticket is theirs. */
export const asVisitor = <Result>(read: Read<Result>) => inPortal('', read)

const inPortal = <Result>(customer: string, read: Read<Result>): Promise<Result> =>
  db.transaction(
    async (tx) => {
      await tx.execute(
        sql`select set_config('deskwell.customer', ${customer}, true), set_config('role', 'deskwell_portal', true),
          ${endsAfter(patience.near)}`,
      )
      return read(tx)
    },
    { accessMode: 'read only' },
  )
