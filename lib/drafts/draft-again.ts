import { sql } from 'drizzle-orm'
import type { MacroAction } from '@/lib/canned/action'
import type { AfterReply } from '@/lib/messages/message'
import type { Tx } from '@/lib/transaction'
import { draftIsSent } from './sent'

interface NotSent {
  readonly personId: number
  readonly ticketId: number
  readonly body: string
  readonly becomes: AfterReply
  readonly actions: readonly MacroAction[]
}

/** A reply that was not sent after all is a draft again, before whatever its writer has begun since. */
export const draftAgain = (tx: Tx, { personId, ticketId, body, becomes, actions }: NotSent) =>
  tx.execute(sql`
    insert into drafts (person_id, ticket_id, mode, body, becomes, actions, submission, turn)
    values (${personId}, ${ticketId}, 'reply', ${body}, ${becomes}, ${JSON.stringify(actions)}::jsonb, gen_random_uuid(), 1)
    on conflict (person_id, ticket_id, mode) do update set
      body = case when drafts.body = '' or ${draftIsSent} then excluded.body
        else excluded.body || E'\n\n' || drafts.body end,
      becomes = excluded.becomes,
      -- A macro that was chosen since goes with what was begun since.
      actions = case when excluded.actions = '[]' and not ${draftIsSent} then drafts.actions else excluded.actions end,
      submission = excluded.submission, turn = 1, saved_at = moment()`)
