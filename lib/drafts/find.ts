import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { drafts, tickets } from '@/db/schema'
import { afterReply } from '@/lib/messages/message'
import type { Agent } from '@/lib/viewer'
import { type Draft, type Drafts, versionOf, type WritingMode } from './draft'
import { draftIsSent } from './sent'

type Writer = Pick<Agent, 'id'>

/** What the agent has begun on a ticket. Nobody reads another's. */
export async function draftsOf(agent: Writer, refid: string): Promise<Drafts> {
  const rows = await begun(agent, eq(tickets.refid, refid))
  const of = (mode: WritingMode) => rows.find((row) => row.mode === mode)
  return { reply: asDraft(of('reply')), note: asDraft(of('note')) }
}

/** The first words of what the agent has begun on some tickets: the reply's, or else the note's. By reference. */
export async function draftWordsOf(agent: Writer, refids: readonly string[]) {
  if (refids.length === 0) return new Map<string, string>()
  const rows = await begun(agent, inArray(tickets.refid, [...refids]))
  const notesFirst = rows.toSorted(({ mode }) => (mode === 'note' ? -1 : 1))
  return new Map(notesFirst.map(({ refid, body }) => [refid, body.trim().slice(0, shown)]))
}

const shown = 120

const begun = (agent: Writer, where: SQL) =>
  db
    .select({
      refid: tickets.refid,
      mode: drafts.mode,
      body: drafts.body,
      becomes: drafts.becomes,
      submission: drafts.submission,
      turn: drafts.turn,
      savedAt: drafts.savedAt,
    })
    .from(drafts)
    .innerJoin(tickets, eq(tickets.id, drafts.ticketId))
    .where(and(eq(drafts.personId, agent.id), sql`${drafts.body} <> '' and not ${draftIsSent}`, where))

interface Row extends Omit<Draft, 'becomes' | 'version' | 'savedAt'> {
  readonly becomes: string | null
  readonly submission: string
  readonly turn: number
  readonly savedAt: Date
}

function asDraft(row: Row | undefined): Draft | null {
  if (!row) return null
  return {
    body: row.body,
    becomes: afterReply.find((status) => status === row.becomes) ?? null,
    version: versionOf(row),
    savedAt: row.savedAt.toISOString(),
  }
}
