import { and, eq, isNull, lte, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { moment, notifications } from '@/db/schema'
import type { Agent } from '@/lib/viewer'

type Reader = Pick<Agent, 'id'>

/** The agent has seen this one of theirs. What was read stays read at its first moment. */
export const read = (agent: Reader, uid: string) => readWhere(agent, eq(notifications.uid, uid))

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
  db
    .update(notifications)
    .set({ readAt: moment })
    .where(and(own(agent), isNull(notifications.readAt), which))
