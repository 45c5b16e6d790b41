import { sql } from 'drizzle-orm'
import { on } from '../on'
import { damages, type Rule } from '../rule'

/** A note that became public by hand, or a reply that vanished. The event says for whom it was written. */
export const audience: Rule = {
  name: 'audience',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, m.id as row,
          case v.audience when 'agents' then 'a note is visible to the customer' else 'a reply is hidden from the customer' end as what
        from messages m join events v on v.message_id = m.id join tickets t on t.id = m.ticket_id
        where m.audience <> v.audience and ${on(ticketId)}
        order by m.id`,
    ),
  mend: (tx, { row }) =>
    tx.execute(sql`
      update messages m set audience = v.audience from events v where v.message_id = m.id and m.id = ${row}`),
}

/** A follow-up belongs to the requester of what it follows. */
export const follows: Rule = {
  name: 'follows',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, null as row, case when f.id = t.id then 'follows itself'
          else 'follows ' || f.refid || ', which belongs to somebody else' end as what
        from tickets t join tickets f on f.id = t.follows_id
        where (f.id = t.id or f.requester_id <> t.requester_id) and ${on(ticketId)}
        order by t.id`,
    ),
  mend: (tx, { ticketId }) => tx.execute(sql`update tickets set follows_id = null where id = ${ticketId}`),
}

/** Somebody wrote the status past the verbs. Which of the two is right, only a person can say. */
export const statusHistory: Rule = {
  name: 'status-history',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, null as row, 'is ' || t.status || ', its history ends with ' || h.status as what
        from tickets t cross join lateral (
          select coalesce((select v.change -> 'status' ->> 1 from events v
            where v.ticket_id = t.id and v.change ? 'status' order by v.id desc limit 1), 'open') as status) h
        where t.status::text <> h.status and ${on(ticketId)}
        order by t.id`,
    ),
}

/** What was written without the verbs: the history cannot be completed afterwards, it only grows. */
export const unrecorded: Rule = {
  name: 'unrecorded',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, null as row, 'has no message' as what
        from tickets t where t.merged_into_id is null and not exists (select from messages m where m.ticket_id = t.id) and ${on(ticketId)}
        union all
        select t.id, t.refid, m.id, 'has a message that its history does not know'
        from messages m join tickets t on t.id = m.ticket_id
        where not exists (select from events v where v.message_id = m.id and v.ticket_id = coalesce(m.origin_id, t.id)) and ${on(ticketId)}
        order by 1`,
    ),
}

/** A message of one customer on the ticket of another, who would read it. */
export const strangers: Rule = {
  name: 'strangers',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, m.id as row, 'has a message from ' || o.refid || ', which is another customer’s' as what
        from messages m join tickets o on o.id = m.origin_id join tickets t on t.id = m.ticket_id
        where o.requester_id <> t.requester_id and ${on(ticketId)}
        order by m.id`,
    ),
}
