import { sql } from 'drizzle-orm'
import { Conflict } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type Arrival, type Overtaken, type Sight, uidsIn } from './overtaken'

/** Somebody else has spoken, or is about to, since the writer of a reply looked. */
export class OvertakenReply extends Conflict {
  constructor(readonly overtaken: Overtaken) {
    const [first] = overtaken.arrivals
    const others = overtaken.arrivals.length + overtaken.more - 1
    super(`${first?.author ?? 'Somebody'}${others > 0 ? ' and others' : ''} wrote in the meantime`)
  }
}

const shown = 5

/**
 * Throws OvertakenReply where the ticket, which the transaction holds, has a public message of somebody else that the
 * agent has not seen, or one that waits to be sent. What they wrote themselves they know.
 */
export async function refuseIfOvertaken(tx: Tx, agent: Agent, ticket: { readonly id: number }, sight: Sight) {
  const arrivals = await arrivalsSince(tx, agent, ticket, sight)
  if (arrivals.length === 0) return
  const [last] = await tx.execute<{ uid: string }>(sql`
    select uid from events where ticket_id = ${ticket.id} order by id desc limit 1`)
  throw new OvertakenReply({
    arrivals: arrivals.slice(-shown),
    more: Math.max(0, arrivals.length - shown),
    sight: {
      seen: last?.uid ?? null,
      aware: [...sight.aware, ...arrivals.filter(({ waiting }) => waiting).map(({ uid }) => uid)],
    },
  })
}

async function arrivalsSince(
  tx: Tx,
  agent: Agent,
  ticket: { readonly id: number },
  sight: Sight,
): Promise<readonly Arrival[]> {
  const known = sql`${sql.param(`{${uidsIn(sight).join()}}`)}::uuid[]`
  const sighted = sql`coalesce(
    (select max(s.id) from events s where s.uid = any (${known}) and s.ticket_id = ${ticket.id}), 0)`
  const rows = await tx.execute<{ arrival: Arrival }>(sql`
    select json_build_object('uid', a.uid, 'author', p.name, 'byCustomer', p.role = 'customer', 'body', body,
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'waiting', waiting) as arrival
    from (
      select m.uid, m.author_id, m.body, m.created_at as at, false as waiting, m.id
      from events e join messages m on m.id = e.message_id
      where e.ticket_id = ${ticket.id} and m.ticket_id = ${ticket.id} and e.audience = 'everyone' and m.audience = 'everyone'
        and e.id > ${sighted}
      union all
      select m.uid, m.author_id, m.body, m.created_at, false, m.id
      from merges g join merged_messages x on x.merge_id = g.id join messages m on m.id = x.message_id
      where g.into_id = ${ticket.id} and g.undone_at is null and g.event_id > ${sighted}
        and m.ticket_id = ${ticket.id} and m.audience = 'everyone'
      union all
      select uid, author_id, body, send_at, true, id from waiting_replies where ticket_id = ${ticket.id}
    ) a
    join people p on p.id = a.author_id
    where a.author_id <> ${agent.id} and a.uid <> all (${known})
    order by waiting, a.id`)
  return rows.map(({ arrival }) => arrival)
}
