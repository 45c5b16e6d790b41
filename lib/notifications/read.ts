import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { moment, notifications } from '@/db/schema'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'

type Reader = Pick<Agent, 'id'>

/**
 * The agent has seen this one of theirs, and what they were told of the same ticket before it. What was read stays read at
 * its first moment.
 */
export const read = (agent: Reader, uid: string) =>
  readWhere(
    agent,
    sql`(${notifications.id}, ${notifications.eventId}) in (
      select n.id, n.event_id from notifications n join events e on e.id = n.event_id
      join (select o.id, v.ticket_id from notifications o join events v on v.id = o.event_id
        where o.person_id = ${agent.id} and o.uid = ${uid}) seen on seen.ticket_id = e.ticket_id
      where n.person_id = ${agent.id} and n.id <= seen.id)`,
  )

/** The agent has seen this one and all before it; what came since, they have not. */
export const readUpTo = (agent: Reader, uid: string) =>
  readWhere(
    agent,
    lte(
      notifications.id,
      db
        .select({ id: notifications.id })
        .from(notifications)
        .where(and(own(agent), eq(notifications.uid, uid))),
    ),
  )

const own = ({ id }: Reader) => eq(notifications.personId, id)

const readWhere = (agent: Reader, which: SQL) =>
  inTransaction((tx) =>
    tx
      .update(notifications)
      .set({ readAt: moment })
      .where(and(own(agent), isNull(notifications.readAt), which)),
  )
