import { and, eq } from 'drizzle-orm'
import { messages } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { Written } from './message'

/** Stores a message under the audience that the verb names. */
export async function insertMessage(
  tx: Tx,
  author: { readonly id: number },
  ticket: { readonly id: number },
  { uid, body, channel, submission }: Written,
  audience: 'everyone' | 'agents',
) {
  const [message] = await tx
    .insert(messages)
    .values({
      ...(uid && { uid }),
      ticketId: ticket.id,
      authorId: author.id,
      audience,
      channel,
      body,
      submission: submission ?? null,
    })
    .returning({ id: messages.id })
  if (!message) throw new Error('The message was not stored')
  return message
}

export async function alreadySent(tx: Tx, author: { readonly id: number }, submission: string) {
  const [message] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.authorId, author.id), eq(messages.submission, submission)))
  return message !== undefined
}
