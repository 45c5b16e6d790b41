import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { moment, notifications } from '@/db/schema'
import type { Agent } from '@/lib/viewer'

/** The agent has seen this one of theirs, or all. What was read stays read at its first moment. */
export const read = (agent: Pick<Agent, 'id'>, uid?: string) =>
  db
    .update(notifications)
    .set({ readAt: moment })
    .where(
      and(
        eq(notifications.personId, agent.id),
        isNull(notifications.readAt),
        uid === undefined ? undefined : eq(notifications.uid, uid),
      ),
    )
