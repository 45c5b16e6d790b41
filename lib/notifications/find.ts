import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, messages, notifications, people, ratings, slaLedger, tickets } from '@/db/schema'
import type { Agent } from '@/lib/viewer'

const listed = 50
const countLimit = 100
const saidLength = 200

export type Notification = Awaited<ReturnType<typeof notificationsOf>>[number]

/** What the agent was told last, newest first. Nobody reads another's. */
export const notificationsOf = (agent: Pick<Agent, 'id'>) =>
  db
    .select({
      uid: notifications.uid,
      read: sql<boolean>`${notifications.readAt} is not null`,
      kind: events.kind,
      change: events.change,
      /** Who did it; null: Deskwell itself. */
      actor: people.name,
      /** Whether the note calls the agent by name. */
      mentioned: sql<boolean>`exists (
        select from message_mentions c where c.message_id = ${events.messageId} and c.person_id = ${agent.id})`,
      /** How what was written begins, in one line; null: nothing was. */
      said: sql<string | null>`nullif(left(regexp_replace(coalesce(
        (select left(m.body, ${2 * saidLength}) from ${messages} m where m.id = ${events.messageId}),
        (select r.comment from ${ratings} r where r.ticket_id = ${events.ticketId} and ${events.kind} in ('rating.given', 'rating.changed'))
        ), '\\s+', ' ', 'g'), ${saidLength}), '')`,
      at: events.at,
      /** Of how many other tickets the same change of many tells them the same. */
      others: sql<number>`(
        select greatest(count(*)::integer - 1, 0) from bulk_runs r join bulk_items i on i.run_id = r.id
        where r.id = ${notifications.runId} and i.state in ('done', 'kept') and (
          ${events.kind} = 'message.noted' or i.before ? 'assigneeId' and (r.action ->> 'kind' = 'assign' or exists (
            select from events given
            where given.ticket_id = i.ticket_id and given.id <= i.event_id and given.at >= r.created_at
              and given.kind = 'ticket.assigned' and given.keys -> 'assignee' ->> 1 = ${notifications.personId}::text))))`,
      /** The deadline of the clock that it is about, as it was then; null: it is about none, or the clock stood still. */
      dueAt: sql<Date | null>`(
        select l.due_at from ${slaLedger} l where l.ticket_id = ${events.ticketId} and l.event_id = ${events.id} limit 1)`.mapWith(
        slaLedger.dueAt,
      ),
      refid: tickets.refid,
      subject: tickets.subject,
    })
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .innerJoin(tickets, eq(tickets.id, events.ticketId))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(notifications.personId, agent.id))
    .orderBy(desc(notifications.id))
    .limit(listed)

/** How much of it is unread, up to 100. */
export async function unreadNotifications(agent: Pick<Agent, 'id'>): Promise<number> {
  const unread = db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.personId, agent.id), isNull(notifications.readAt)))
    .limit(countLimit)
  return db.$count(unread.as('unread'))
}
