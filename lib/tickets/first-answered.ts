import { sql } from 'drizzle-orm'

/**
 * When an agent first answered ticket `t`, as its history tells. An answer counts where it was written, and where it came to
 * with a merge or a split as well; there it may be older than the ticket.
 */
export const firstAnswered = sql`(
  select min(answer.at) from (
    select v.at from events v where v.ticket_id = t.id and v.kind = 'message.answered'
    union all
    select v.at from messages m join events v on v.ticket_id = m.origin_id and v.message_id = m.id
    where m.ticket_id = t.id and v.kind = 'message.answered') answer)`
