import { eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
import { afterReply } from '@/lib/messages/message'
import type { Agent } from '@/lib/viewer'
import { type Draft, type Drafts, versionOf, type WritingMode } from './draft'
import { draftIsEmpty, draftIsSent } from './sent'

type Writer = Pick<Agent, 'id'>

/** What the agent has begun on a ticket. Nobody reads another's. */
export async function draftsOf(agent: Writer, refid: string): Promise<Drafts> {
  const [row] = await db
    .select({ stored: storedDrafts(agent, sql`${tickets.id}`) })
    .from(tickets)
    .where(eq(tickets.refid, refid))
  return draftsFrom(row?.stored ?? [])
}

/** The same as one value in a statement of somebody else; `draftsFrom` reads it. */
export const storedDrafts = (agent: Writer, ticketId: SQL) => sql<readonly StoredDraft[]>`(
  select coalesce(json_agg(json_build_object('mode', mode, 'body', body, 'becomes', becomes, 'actions', actions, 'submission', submission,
    'turn', turn, 'savedAt', saved_at)), '[]')
  from drafts where ticket_id = ${ticketId} and person_id = ${agent.id} and ${begun})`

export function draftsFrom(stored: readonly StoredDraft[]): Drafts {
  const of = (mode: WritingMode) => asDraft(stored.find((row) => row.mode === mode))
  return { reply: of('reply'), note: of('note') }
}

/**
 * The first words of what the agent has begun on a ticket, the reply's or else the note's, as one value in a statement of
 * somebody else; null: nothing.
 */
export const storedDraftWords = (agent: Writer, ticketId: SQL) => sql<string | null>`(
  select left(body, ${shown}) from drafts
  where ticket_id = ${ticketId} and person_id = ${agent.id} and ${begun} and drafts.body <> ''
  order by mode limit 1)`

const shown = sql.raw('120')

const begun = sql`not ${draftIsEmpty} and not ${draftIsSent}`

/** As JSON carries it. */
export interface StoredDraft {
  readonly mode: WritingMode
  readonly body: string
  readonly becomes: string | null
  readonly actions: readonly MacroAction[]
  readonly submission: string
  readonly turn: number
  readonly savedAt: string
}

function asDraft(stored: StoredDraft | undefined): Draft | null {
  if (!stored) return null
  const { body, becomes, actions, savedAt } = stored
  return {
    body,
    becomes: afterReply.find((status) => status === becomes) ?? null,
    actions,
    version: versionOf(stored),
    savedAt: new Date(savedAt).toISOString(),
  }
}
