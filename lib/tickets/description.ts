import { and, asc, eq, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages } from '@/db/schema'
import { Missing } from '@/lib/errors'

/** What a ticket is about: the oldest message for everyone that it holds, or that was written on it and went elsewhere. Throws Missing. */
export async function descriptionOf({ id }: { readonly id: number }) {
  const [oldest] = await db
    .select({ body: messages.body })
    .from(messages)
    .where(and(eq(messages.audience, 'everyone'), or(eq(messages.ticketId, id), eq(messages.originId, id))))
    .orderBy(asc(messages.id))
    .limit(1)
  if (!oldest) throw new Missing('Ticket not found')
  return oldest.body
}
