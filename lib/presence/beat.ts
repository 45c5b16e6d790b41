import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { Missing } from '@/lib/errors'
import type { Agent } from '@/lib/viewer'
import { storedPresent } from './find'
import { type Present, presenceLasts } from './presence'

const lasts = sql.raw(`interval '${presenceLasts} seconds'`)

/**
 * Keeps an agent on a ticket for the next half minute, and returns who else is. `replying`: writing to the customer, or
 * no longer; undefined says nothing about it, for another window of theirs may be writing. Rings where others see
 * something new. One statement. Throws Missing.
 */
export async function beat(
  agent: Pick<Agent, 'id'>,
  refid: string,
  replying?: boolean,
): Promise<readonly Present[]> {
  const [row] = await db.execute<{ present: readonly Present[] }>(sql`
    with ticket as (select id, refid from tickets where refid = ${refid}),
    before as (
      select seen_at > now() - ${lasts} as here, coalesce(replying_at > now() - ${lasts}, false) as replying
      from presence where person_id = ${agent.id} and ticket_id = (select id from ticket)),
    kept as (
      insert into presence as p (ticket_id, person_id, seen_at, replying_at)
      select id, ${agent.id}, now(), case when ${replying ?? false}::boolean then now() end from ticket
      on conflict (ticket_id, person_id) do update set seen_at = now(),
        replying_at = case when ${replying ?? null}::boolean is null then p.replying_at else excluded.replying_at end
      returning coalesce(replying_at > now() - ${lasts}, false) as replying)
    select ${storedPresent(agent, sql`ticket.id`)} as present, case
      when (select here and before.replying = kept.replying from before) then null
      else pg_notify('deskwell', 'presence ' || refid) end
    from ticket cross join kept`)
  if (!row) throw new Missing()
  return row.present
}

/** The agent has closed the ticket, or looks at something else. */
export async function leave(agent: Pick<Agent, 'id'>, refid: string) {
  await db.execute(sql`
    with gone as (
      delete from presence p using tickets t
      where t.refid = ${refid} and p.ticket_id = t.id and p.person_id = ${agent.id} returning t.refid)
    select pg_notify('deskwell', 'presence ' || refid) from gone`)
}

/** Forgets who was where yesterday. */
export const prunePresence = () =>
  db.execute(sql`delete from presence where seen_at < now() - interval '1 hour'`)
