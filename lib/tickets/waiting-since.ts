import { sql } from 'drizzle-orm'

/** That the resolution `q` was not taken back (take-back-resolution.ts): one that was has answered nobody. */
const stands = sql`not exists (
  select from events b
  where b.ticket_id = q.ticket_id and b.kind = 'ticket.reopened' and b.change -> 'taken_back' ->> 0 = q.uid::text)`

/**
 * Since when the customer of ticket `t` waits, as its history tells: the oldest message of theirs since we last answered or
 * resolved; who reopens without a word waits from then on. Nobody waits for what is resolved.
 */
export const waitingSince = sql`case
  when t.status in ('resolved', 'closed') then null
  when exists (select from messages m where m.ticket_id = t.id and m.origin_id is not null)
    or exists (select from messages m where m.origin_id = t.id) then ${amongMoved()}
  else (
    select min(v.at) from events v
    where v.ticket_id = t.id
      and (v.kind = 'message.received' or (v.kind = 'ticket.reopened' and v.actor_id = t.requester_id))
      and v.id > coalesce((
        select max(q.id) from events q
        where q.ticket_id = t.id and (q.kind = 'message.answered' or (q.kind = 'ticket.resolved' and ${stands}))), 0))
  end`

/**
 * The same where messages came from other tickets or went to some. Events stay where they happened: an answer is one to
 * what was written before it on the same ticket, and to what had come to that ticket by then.
 */
function amongMoved() {
  const places = sql`(select t.id union select m.origin_id from messages m where m.ticket_id = t.id and m.origin_id is not null)`
  const here = (event: string) =>
    sql`exists (select from messages m where m.id = ${sql.raw(event)}.message_id and m.ticket_id = t.id)`
  return sql`(
    select min(v.at) from events v
    where v.ticket_id in ${places}
      and ((v.kind = 'message.received' and ${here('v')})
        or (v.kind = 'ticket.reopened' and v.ticket_id = t.id and v.actor_id = t.requester_id))
      and not exists (
        select from events q
        where q.ticket_id in ${places} and q.id > v.id
          and (case when q.kind = 'message.answered' then ${here('q')} else q.kind = 'ticket.resolved' and ${stands} end)
          and (case
            when q.ticket_id = v.ticket_id then q.kind = 'message.answered' or q.ticket_id = t.id
              or exists (select from tickets g where g.id = q.ticket_id and g.merged_into_id is not null)
            else coalesce((
              select bool_or(g.event_id < q.id) from merged_messages c join merges g on g.id = c.merge_id
              where c.message_id = v.message_id and g.into_id = q.ticket_id and g.undone_at is null), q.ticket_id = t.id)
            end)))`
}
