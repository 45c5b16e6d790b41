import { type SQL, sql } from 'drizzle-orm'

/**
 * Since when the customer of ticket `t` waits, as its history tells: the oldest that they asked since we last answered. Nobody
 * waits for what is resolved.
 */
export const waitingSince = since(asks())

/** Since when words of the customer's own wait. */
export const ownWordsWaitSince = since(ownWords())

function since(asking: SQL) {
  return sql`case
  when t.status in ('resolved', 'closed') then null
  when ${movedMessages()} then (${acrossTickets(asking)})
  else (${onItsOwn(asking)})
  end`
}

/** That messages came to `t` from other tickets, or went from it to others. */
function movedMessages() {
  return sql`exists (select from messages m where m.ticket_id = t.id and m.origin_id is not null)
    or exists (select from messages m where m.origin_id = t.id)`
}

/** Where all that happened on `t` is told of `t`. */
function onItsOwn(asking: SQL) {
  return sql`
    select min(asked.at) from events asked
    where asked.ticket_id = t.id and ${asking} and asked.id > coalesce((
      select max(answer.id) from events answer where answer.ticket_id = t.id and ${answers()}), 0)`
}

/**
 * Events stay where they happened while messages move. So of each place the last answer is looked for: it answers what the
 * place had by then. Of messages that went elsewhere neither they nor their answers count here.
 */
function acrossTickets(asking: SQL) {
  return sql`
    with place as (
      select t.id as ticket_id
      union select m.origin_id from messages m where m.ticket_id = t.id and m.origin_id is not null),
    last_answer as (
      select place.ticket_id, max(answer.id) as id from place join events answer using (ticket_id)
      where ${answers()} and ${isHere('answer')} and (answer.kind <> 'ticket.resolved' or ${endsHere()})
      group by place.ticket_id),
    asked as (
      select asked.* from place join events asked using (ticket_id) where ${asking} and ${isHere('asked')})
    select min(asked.at) from asked
    where not exists (
      select from last_answer
      where last_answer.id > asked.id and last_answer.id > ${sinceWhen()})`
}

/** What a customer waits for an answer to: a message, or that they reopen `t` without a word. */
function asks() {
  return sql`(asked.kind = 'message.received'
    or asked.kind = 'ticket.reopened' and asked.ticket_id = t.id and asked.actor_id = t.requester_id)`
}

/** A message that they wrote themselves: not what an agent took down for them. */
function ownWords() {
  return sql`(asked.kind = 'message.received' and asked.actor_id = t.requester_id)`
}

/** What nobody waits after: an answer, or a resolution; not one that was taken back (take-back-resolution.ts). */
function answers() {
  return sql`(answer.kind = 'message.answered' or answer.kind = 'ticket.resolved' and not exists (
    select from events b where b.ticket_id = answer.ticket_id and b.kind = 'ticket.reopened'
      and b.change -> 'taken_back' ->> 0 = answer.uid::text))`
}

/** That the message of an event, if it has one, is on `t` now. */
function isHere(event: 'asked' | 'answer') {
  const messageId = sql`${sql.identifier(event)}.message_id`
  return sql`(${messageId} is null or exists (
    select from messages m where m.id = ${messageId} and m.ticket_id = t.id))`
}

/** A ticket that goes on by itself was resolved for itself, and not for the messages that were split off. */
function endsHere() {
  return sql`(place.ticket_id = t.id or exists (
    select from tickets merged where merged.id = place.ticket_id and merged.merged_into_id is not null))`
}

/**
 * The event from which on the place of an answer had what was asked: 0 where it was written, else that of the merge that brought
 * it, else 0 on `t`, which began with it; null: it never had.
 */
function sinceWhen() {
  return sql`case when last_answer.ticket_id = asked.ticket_id then 0 else coalesce((
    select min(merge.event_id) from merged_messages moved join merges merge on merge.id = moved.merge_id
    where moved.message_id = asked.message_id and merge.into_id = last_answer.ticket_id and merge.undone_at is null),
    case when last_answer.ticket_id = t.id then 0 end) end`
}
