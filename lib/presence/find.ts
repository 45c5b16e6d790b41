import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent } from '@/lib/viewer'
import { type Present, presenceLasts } from './presence'

/** Who but the agent is on a ticket, who replies first, as one value in a statement of somebody else. */
export const storedPresent = (agent: Pick<Agent, 'id'>, ticketId: SQL) => sql<readonly Present[]>`(
  select coalesce(json_agg(json_build_object('name', w.name, 'email', w.email,
    'replying', coalesce(h.replying_at > now() - ${lasts}, false),
    'until', to_char((h.seen_at + ${lasts}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    order by coalesce(h.replying_at > now() - ${lasts}, false) desc, w.name), '[]')
  from presence h join people w on w.id = h.person_id
  where h.ticket_id = ${ticketId} and h.person_id <> ${agent.id} and h.seen_at > now() - ${lasts}
    and w.deactivated_at is null and w.role <> 'customer')`

const lasts = sql.raw(`interval '${presenceLasts} seconds'`)

/** Who but the agent is on some tickets, by reference; tickets where nobody is are left out. */
export async function presentOn(
  agent: Pick<Agent, 'id'>,
  refids: readonly string[],
): Promise<Readonly<Record<string, readonly Present[]>>> {
  const rows = await db.execute<{ refid: string; present: readonly Present[] }>(sql`
    select t.refid, ${storedPresent(agent, sql`t.id`)} as present from tickets t
    where t.refid = any(${sql.param(`{${refids.join()}}`)}::text[])`)
  return Object.fromEntries(
    rows.filter(({ present }) => present.length > 0).map(({ refid, present }) => [refid, present]),
  )
}
