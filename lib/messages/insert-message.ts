import { and, eq } from 'drizzle-orm'
import { messages } from '@/db/schema'
import { Conflict } from '@/lib/errors'
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

/** Whether this submission is a message already. Throws Conflict where it said something else, or to others. */
export async function alreadySent(
  tx: Tx,
  author: { readonly id: number },
  { submission, body }: Pick<Written, 'submission' | 'body'>,
  audience: 'everyone' | 'agents',
) {
  if (!submission) return false
  const [message] = await tx
    .select({ body: messages.body, audience: messages.audience })
    .from(messages)
    .where(and(eq(messages.authorId, author.id), eq(messages.submission, submission)))
  if (!message) return false
  if (message.audience !== audience) throw changedSince()
  refuseIfDifferent(message.body, body)
  return true
}

/** The answer to what was sent was lost, and its writer has gone on writing: that is not the same once more. */
export function refuseIfDifferent(sent: string, body: string) {
  if (sent !== body) throw changedSince()
}

const changedSince = () =>
  new Conflict(
    'The first version of this was sent already. Reload the page to see it; your text is still here.',
  )
