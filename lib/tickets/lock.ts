import { eq } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

/** The ticket as it is now, kept as it is until the transaction ends. Throws Missing. */
export async function lock(tx: Tx, { id }: { readonly id: number }) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      refid: tickets.refid,
      status: tickets.status,
      mergedIntoId: tickets.mergedIntoId,
    })
    .from(tickets)
    .where(eq(tickets.id, id))
    .for('no key update')
  if (!ticket) throw new Missing()
  return ticket
}
