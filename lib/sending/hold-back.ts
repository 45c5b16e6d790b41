import { desc, eq } from 'drizzle-orm'
import { people, waitingReplies } from '@/db/schema'
import { draftAgain } from '@/lib/drafts/draft-again'
import { record } from '@/lib/events/record'
import { notify } from '@/lib/notifications/notify'
import type { Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'

/** What waits on a ticket, which the transaction holds, is not sent: it was written before this. `because` is a sentence by itself. */
export async function holdBackAll(tx: Tx, ticket: { readonly id: number }, because: string) {
  const waiting = await tx
    .select({ id: waitingReplies.id, author: people.name })
    .from(waitingReplies)
    .innerJoin(people, eq(people.id, waitingReplies.authorId))
    .where(eq(waitingReplies.ticketId, ticket.id))
    // The last first: each is put before what came after it.
    .orderBy(desc(waitingReplies.id))
  for (const reply of waiting) await holdBack(tx, ticket, reply, because)
}

/** One reply is its writer's draft again, and they are told. */
export async function holdBack(
  tx: Tx,
  ticket: { readonly id: number },
  { id, author }: { readonly id: number; readonly author: string },
  because: string,
) {
  const [reply] = await tx.delete(waitingReplies).where(eq(waitingReplies.id, id)).returning()
  if (!reply) return
  await draftAgain(tx, { personId: reply.authorId, ...reply })
  const event = await record(tx, system, 'reply.held_back', {
    ticket,
    audience: 'agents',
    change: { author: [null, author], because: [null, because] },
  })
  await notify(tx, { people: [reply.authorId] }, event)
}
