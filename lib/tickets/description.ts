import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages } from '@/db/schema'
import { Missing } from '@/lib/errors'

const writtenOn = sql`coalesce(${messages.originId}, ${messages.ticketId})`

/** What a ticket is about: the oldest message for everyone that was written on it, or else that it holds. Throws Missing. */
export async function descriptionOf({ id }: { readonly id: number }) {
  const [oldest] = await db
    .select({ body: messages.body })
    .from(messages)
    .where(and(eq(messages.audience, 'everyone'), or(eq(messages.ticketId, id), eq(messages.originId, id))))
    .orderBy(desc(eq(writtenOn, id)), asc(messages.id))
    .limit(1)
  if (!oldest) throw new Missing('Ticket not found')
  return oldest.body
}
