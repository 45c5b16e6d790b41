import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people, tickets, waitingReplies } from '@/db/schema'
import type { AfterReply } from '@/lib/messages/message'
import type { Agent } from '@/lib/viewer'

/** A reply that is not sent yet, as every agent sees it. */
export interface WaitingReply {
  /** Of the message that it becomes, too. */
  readonly uid: string
  readonly author: string
  /** Only its writer takes it back. */
  readonly yours: boolean
  readonly body: string
  /** The status that comes with it. */
  readonly becomes: AfterReply
  /** ISO 8601, UTC. */
  readonly sendAt: string
}

/** What waits to be sent on a ticket, in its order. For agents only. */
export async function waitingOn(agent: Agent, refid: string): Promise<readonly WaitingReply[]> {
  const rows = await db
    .select({
      uid: waitingReplies.uid,
      authorId: waitingReplies.authorId,
      author: people.name,
      body: waitingReplies.body,
      becomes: waitingReplies.becomes,
      sendAt: waitingReplies.sendAt,
    })
    .from(waitingReplies)
    .innerJoin(people, eq(people.id, waitingReplies.authorId))
    .innerJoin(tickets, eq(tickets.id, waitingReplies.ticketId))
    .where(eq(tickets.refid, refid))
    .orderBy(asc(waitingReplies.id))
  return rows.map(({ authorId, sendAt, ...row }) => ({
    ...row,
    yours: authorId === agent.id,
    sendAt: sendAt.toISOString(),
  }))
}
