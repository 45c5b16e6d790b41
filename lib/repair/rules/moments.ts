import { sql } from 'drizzle-orm'
import { firstAnswered } from '@/lib/tickets/first-answered'
import { waitingSince } from '@/lib/tickets/waiting-since'
import { derived } from '../derived'

const last = (kind: 'ticket.resolved' | 'ticket.closed') =>
  sql`(select max(v.at) from events v where v.ticket_id = t.id and v.kind = ${kind} and not v.change ? 'taken_back')`

/** Told by the history alone: see `firstAnswered`. */
export const firstAnswer = derived({
  name: 'first-answer',
  column: 'first_answered_at',
  expected: firstAnswered,
})

/** A resolution that the history does not know is found by status-history instead. */
export const resolution = derived({
  name: 'resolution',
  column: 'resolved_at',
  expected: last('ticket.resolved'),
  where: sql`t.status in ('resolved', 'closed') and t.merged_into_id is null and ${last('ticket.resolved')} is not null`,
})

export const closing = derived({
  name: 'closing',
  column: 'closed_at',
  expected: last('ticket.closed'),
  where: sql`t.status = 'closed' and t.merged_into_id is null and ${last('ticket.closed')} is not null`,
})

/** Told by the history alone: see `waitingSince`. */
export const waiting = derived({ name: 'waiting', column: 'waiting_since', expected: waitingSince })

/** What the customer could see last; a note is not among it. */
export const publicUpdate = derived({
  name: 'public-update',
  column: 'public_updated_at',
  expected: sql`(select max(v.at) from events v where v.ticket_id = t.id and v.audience = 'everyone')`,
  match: 'not earlier',
})

export const update = derived({
  name: 'update',
  column: 'updated_at',
  // What the clocks do by themselves, and who follows, does not make a ticket new.
  expected: sql`(select max(v.at) from events v where v.ticket_id = t.id and v.kind not like 'sla.%' and v.kind not in ('ticket.followed', 'ticket.unfollowed'))`,
  match: 'not earlier',
})
