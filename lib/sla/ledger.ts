import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent, System } from '@/lib/viewer'
import type { EntryKind, Terms } from './clock'
import { inTime } from './in-time'
import { heldClockOf, hoursFor, type StoredClock } from './load'
import type { NamedClock, NamedEntry, TermNames } from './named-clock'
import type { HoursOf } from './sla-policy'

/** All that was ever promised on a ticket, and the hours in which it is counted. */
export interface TicketSla {
  /** In the order in which they started, each with its ledger. */
  readonly clocks: readonly NamedClock[]
  readonly hoursOf: HoursOf
}

/** The SLA of a ticket with its reasons. One statement, and one more for a calendar that this process has not met. */
export async function slaOf(_viewer: Agent | System, ticket: { readonly id: number }): Promise<TicketSla> {
  const [row] = await db.execute<{ sla: StoredSla }>(sql`select ${storedSla(sql`${ticket.id}`)} as sla`)
  return slaFrom(row?.sla ?? [])
}

/** As one value in a statement of somebody else, who counts theirs; `slaFrom` reads it. */
export const storedSla = (ticketId: SQL) => sql<StoredSla>`(
  select coalesce(json_agg(json_build_object('clock', c, 'names', ${namesOf(sql`c`)}, 'entries', (
      select json_agg(json_build_object('kind', l.kind, 'at', l.at, 'reason', l.reason, 'dueAt', l.due_at, 'recordedAt', l.recorded_at,
          'actor', a.name,
          'became', coalesce(e.change -> 'priority' ->> 1, e.change -> 'category' ->> 1, e.change -> 'organization' ->> 1,
            e.change -> 'team' ->> 1, e.change -> 'tags' ->> 1, e.change -> 'into' ->> 1),
          'notified', case when l.kind = 'escalated' then (
            select json_agg(told.name order by told.name) from people told
            join notifications n on n.person_id = told.id and n.event_id = l.event_id where told.role <> 'customer') end,
          'terms', case when l.policy_id is not null then json_build_object('policyId', l.policy_id,
            'calendarVersionId', l.calendar_version_id, 'seconds', l.seconds, 'pausing', l.pausing) end,
          'names', case when l.policy_id is not null then ${namesOf(sql`l`)} end) order by l.id)
      from sla_ledger l left join people a on a.id = l.actor_id left join events e on e.id = l.event_id
      where l.ticket_id = c.ticket_id and l.target = c.target and l.instance = c.instance
    )) order by c.started_at, c.target, c.instance), '[]')
  from sla_clocks c where c.ticket_id = ${ticketId})`

const namesOf = (terms: SQL) => sql`(
  select json_build_object('policy', p.name, 'calendar', case when v.id is not null then
    json_build_object('name', k.name, 'version', v.number, 'timeZone', v.hours ->> 'timeZone') end)
  from sla_policies p left join calendar_versions v on v.id = ${terms}.calendar_version_id
  left join calendars k on k.id = v.calendar_id where p.id = ${terms}.policy_id)`

export type StoredSla = readonly {
  readonly clock: StoredClock
  readonly names: TermNames
  readonly entries: readonly StoredEntry[] | null
}[]

interface StoredEntry {
  readonly kind: EntryKind
  readonly at: string
  readonly reason: string
  readonly dueAt: string | null
  readonly recordedAt: string
  readonly actor: string | null
  readonly became: string | null
  readonly notified: readonly string[] | null
  readonly terms: Terms | null
  readonly names: TermNames | null
}

/** What `storedSla` read. */
export async function slaFrom(stored: StoredSla): Promise<TicketSla> {
  const clocks = stored.map(({ clock, names, entries }) => {
    const held = heldClockOf(clock)
    const { target, instance } = held
    return {
      ...held,
      ...names,
      entries: inTime((entries ?? []).map((entry) => ({ target, instance, ...namedEntry(entry) }))),
    }
  })
  return { clocks, hoursOf: await hoursFor(db, clocks) }
}

const namedEntry = ({ at, dueAt, recordedAt, notified, terms, names, ...entry }: StoredEntry) =>
  ({
    ...entry,
    at: new Date(at),
    dueAt: dueAt === null ? null : new Date(dueAt),
    recordedAt: new Date(recordedAt),
    notified: notified ?? [],
    ...(terms && { terms }),
    ...(names && { names }),
  }) satisfies Omit<NamedEntry, 'target' | 'instance'>
