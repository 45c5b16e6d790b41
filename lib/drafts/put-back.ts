import { sql } from 'drizzle-orm'
import type { AfterReply } from '@/lib/messages/message'
import type { Tx } from '@/lib/transaction'
import { draftIsSent } from './sent'

interface PutBack {
  readonly personId: number
  readonly ticketId: number
  readonly body: string
  readonly becomes: AfterReply
}

/** A reply that was not sent after all is a draft again, before whatever its writer has begun since. */
export const putBack = (tx: Tx, { personId, ticketId, body, becomes }: PutBack) =>
  tx.execute(sql`
    insert into drafts (person_id, ticket_id, mode, body, becomes, submission, turn)
    values (${personId}, ${ticketId}, 'reply', ${body}, ${becomes}, gen_random_uuid(), 1)
    on conflict (person_id, ticket_id, mode) do update set
      body = case when drafts.body = '' or ${draftIsSent} then excluded.body
        else excluded.body || E'\n\n' || drafts.body end,
      becomes = excluded.becomes, submission = excluded.submission, turn = 1, saved_at = moment()`)
