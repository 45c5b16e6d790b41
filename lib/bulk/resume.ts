import { sql } from 'drizzle-orm'
import { inTransaction } from '@/lib/transaction'
import { workLater } from './begin'

/**
 * Has those runs worked on again on which nobody has worked for a minute, though there is something to do: their worker was
 * killed, and the queue would keep its job locked for hours.
 */
export const resumeBulk = () =>
  inTransaction(async (tx) => {
    const stopped = await tx.execute<{ id: number }>(sql`
      select r.id from bulk_runs r
      where exists (select from bulk_items i where i.run_id = r.id and i.state in ('waiting', 'undoing'))
        and greatest(r.created_at, r.undone_at, (select max(i.at) from bulk_items i where i.run_id = r.id))
          < moment() - interval '1 minute'`)
    for (const { id } of stopped) await workLater(tx, id)
  })
