import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { now } from '@/lib/clock'
import { Conflict, Missing } from '@/lib/errors'
import type { Agent } from '@/lib/viewer'
import { type Draft, type DraftToSave, versionOf } from './draft'
import { draftsOf } from './find'
import { draftIsEmpty, draftIsSent, isSent } from './sent'

/** Another window of the same agent has saved, sent or emptied the draft that this one goes on from. */
export class DraftMovedOn extends Conflict {
  constructor(
    /** What is kept now; null: it was sent. */
    readonly present: Draft | null,
  ) {
    super('This draft has moved on in another window')
  }
}

/**
 * Keeps what an agent is writing, in one statement. Of two windows the one that saved first has the draft: the other has
 * to say that it has `seen` it. Throws DraftMovedOn and Missing.
 */
export async function saveDraft(agent: Pick<Agent, 'id'>, refid: string, draft: DraftToSave) {
  const { mode, body, becomes, actions = [], submission, turn, seen } = draft
  const [kept] = await db.execute<{ saved_at: string }>(sql`
    with mine as (
      select t.id as ticket_id, d.turn is not null as present
      from tickets t
      left join drafts d on d.ticket_id = t.id and d.person_id = ${agent.id} and d.mode = ${mode}
      where t.refid = ${refid}
    )
    insert into drafts (person_id, ticket_id, mode, body, becomes, actions, submission, turn)
    select ${agent.id}, ticket_id, ${mode}, ${body}, ${becomes}, ${JSON.stringify(actions)}::jsonb, ${submission}, ${turn}::integer
    from mine
    -- What was seen and is not there was sent.
    where (present or ${seen}::text is null) and not ${isSent(agent.id, sql`${submission}::uuid`)}
    on conflict (person_id, ticket_id, mode) do update set
      body = excluded.body, becomes = excluded.becomes, actions = excluded.actions, submission = excluded.submission,
      turn = excluded.turn, saved_at = moment()
    where case when drafts.submission = excluded.submission then drafts.turn < excluded.turn
      else ${draftIsEmpty} or drafts.submission || '/' || drafts.turn = ${seen}
        or ${draftIsSent} end
    returning saved_at`)
  if (kept) return { version: versionOf(draft), savedAt: new Date(kept.saved_at).toISOString() }
  return passedBy(agent, refid, draft)
}

/** Nothing was written: a later save of the same form is there already, or somebody else's. */
async function passedBy(agent: Pick<Agent, 'id'>, refid: string, draft: DraftToSave) {
  const { mode, submission } = draft
  const [row] = await db.execute<{ later: boolean }>(sql`
    select exists (select from drafts d where d.ticket_id = t.id and d.person_id = ${agent.id} and d.mode = ${mode}
      and d.submission = ${submission} and d.turn >= ${draft.turn}::integer) as later
    from tickets t where t.refid = ${refid}`)
  if (!row) throw new Missing('This ticket is not there.')
  if (row.later) return { version: versionOf(draft), savedAt: now().toISOString() }
  throw new DraftMovedOn((await draftsOf(agent, refid))[mode])
}
