import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { tickets } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

const others = alias(tickets, 'other')

/** What went into another ticket goes on there. */
export async function refuseIfMerged(tx: Tx, { id }: { readonly id: number }) {
  const [into] = await tx
    .select({ refid: others.refid })
    .from(tickets)
    .innerJoin(others, eq(others.id, tickets.mergedIntoId))
    .where(eq(tickets.id, id))
  if (into) throw new Refused(`This ticket was merged into ${into.refid}. Go on there, or undo the merge.`)
}
