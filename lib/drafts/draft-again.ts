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
  /** As it was sent. */
  readonly submission: string
}

/** A reply that was not sent after all is a draft again, before whatever its writer has begun since. */
export function draftAgain(tx: Tx, { personId, ticketId, body, becomes, actions, submission }: NotSent) {
  // Of this reply itself, which waits no more, a save may be left that crossed with it.
  const sent = sql`(${draftIsSent} or drafts.submission = ${submission})`
  return tx.execute(sql`
    insert into drafts (person_id, ticket_id, mode, body, becomes, actions, submission, turn)
    values (${personId}, ${ticketId}, 'reply', ${body}, ${becomes}, ${JSON.stringify(actions)}::jsonb, gen_random_uuid(), 1)
    on conflict (person_id, ticket_id, mode) do update set
      body = case when drafts.body = '' or ${sent} then excluded.body
        else excluded.body || E'\n\n' || drafts.body end,
      becomes = excluded.becomes,
      -- A macro that was chosen since goes with what was begun since.
      actions = case when excluded.actions = '[]' and not ${sent} then drafts.actions else excluded.actions end,
      submission = excluded.submission, turn = 1, saved_at = moment()`)
}
