import { and, eq, or, sql } from 'drizzle-orm'
import { drafts } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { WritingMode } from './draft'

interface Sent {
  readonly submission?: string
  readonly draft?: string
}

/** The draft of what is sent goes in the same transaction. One that another window has written since stays. */
export async function discardDraft(
  tx: Tx,
  agent: Pick<Agent, 'id'>,
  ticket: { readonly id: number },
  mode: WritingMode,
  { submission, draft }: Sent,
) {
  if (!submission) return
  await tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.personId, agent.id),
        eq(drafts.ticketId, ticket.id),
        eq(drafts.mode, mode),
        or(
          eq(drafts.submission, submission),
          draft ? sql`${drafts.submission} || '/' || ${drafts.turn} = ${draft}` : undefined,
        ),
      ),
    )
}
