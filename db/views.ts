import { sql } from 'drizzle-orm'
import { date, integer, pgView } from 'drizzle-orm/pg-core'

/** Tickets created and resolutions made per day of the workspace's time zone; days on which nothing happened are absent. */
export const ticketDays = pgView('ticket_days', {
  day: date('day', { mode: 'string' }).notNull(),
  created: integer('created').notNull(),
  resolved: integer('resolved').notNull(),
}).as(sql`
  with zone as (
    select coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC') as name
  )
  select (e.at at time zone zone.name)::date as day,
    (count(*) filter (where e.kind = 'ticket.created'))::integer as created,
    (count(*) filter (where e.kind = 'ticket.resolved'))::integer as resolved
  from events e join tickets t on t.id = e.ticket_id and t.spam_at is null and t.merged_into_id is null, zone
  where e.kind in ('ticket.created', 'ticket.resolved')
  group by 1`)
