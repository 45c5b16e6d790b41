import { eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
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
  /** What is done with the ticket then. */
  readonly actions: readonly MacroAction[]
  /** ISO 8601, UTC. */
  readonly sendAt: string
}

/** What waits to be sent on a ticket, in its order. For agents only. */
export async function waitingOn(agent: Agent, refid: string): Promise<readonly WaitingReply[]> {
  const [row] = await db
    .select({ stored: storedWaiting(agent, sql`${tickets.id}`) })
    .from(tickets)
    .where(eq(tickets.refid, refid))
  return waitingFrom(row?.stored ?? [])
}

/** The same as one value in a statement of somebody else; `waitingFrom` reads it. */
export const storedWaiting = (agent: Agent, ticketId: SQL) => sql<readonly WaitingReply[]>`(
  select coalesce(json_agg(json_build_object('uid', r.uid, 'author', w.name, 'yours', r.author_id = ${agent.id},
    'body', r.body, 'becomes', r.becomes, 'actions', r.actions, 'sendAt', r.send_at) order by r.id), '[]')
  from waiting_replies r join people w on w.id = r.author_id where r.ticket_id = ${ticketId})`

export const waitingFrom = (stored: readonly WaitingReply[]): readonly WaitingReply[] =>
  stored.map((reply) => ({ ...reply, sendAt: new Date(reply.sendAt).toISOString() }))
