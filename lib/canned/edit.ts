import { eq } from 'drizzle-orm'
import { cannedReplies, moment } from '@/db/schema'
import { Conflict, Missing } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type Canned, type NewCanned, scopeWord, seen } from './canned'
import { cannedIn } from './find'
import { rowOf, shortcutTaken } from './keep'
import { mayChange } from './policy'

/**
 * Changes a canned reply, also whose it is. Throws Missing for what is not the agent's to change, Refused at the field that
 * will not do, and Conflict if it is not as it was `seen`.
 */
export const editCanned = (agent: Agent, uid: string, canned: NewCanned, saw?: string): Promise<Canned> =>
  inTransaction(async (tx) => {
    await changeable(tx, agent, uid)
    // What it names is held before it is: whoever renames a tag or a category comes the same way.
    const row = await rowOf(tx, agent, canned)
    const before = await held(tx, agent, uid)
    if (saw !== undefined && saw !== seen(before))
      throw new Conflict('Somebody else has changed this in the meantime. Open it again to see how.')
    await tx
      .update(cannedReplies)
      .set({ ...row, changedAt: moment })
      .where(eq(cannedReplies.uid, uid))
      .catch(shortcutTaken(canned))
    const after = await cannedIn(tx, agent, uid)
    if (seen(after) !== seen(before)) await tell(tx, agent, before, after)
    return after
  })

/** What others have or had of it. The text itself may be long, and its history is of no use to anybody. */
async function tell(tx: Tx, agent: Agent, before: Canned, after: Canned) {
  if (before.scope === 'personal' && after.scope === 'personal') return
  const whose = (canned: Canned) => (canned.scope === 'personal' ? agent.name : scopeWord(canned))
  const change: Change = {
    // Its own name nobody was told of while it was personal.
    name: [before.scope === 'personal' ? null : before.name, after.scope === 'personal' ? null : after.name],
    ...(before.scope !== after.scope && { for: [whose(before), whose(after)] }),
  }
  await record(tx, agent, 'canned_reply.changed', { audience: 'agents', change })
}

/** The canned reply, kept as it is until the transaction ends. Throws Missing. */
export async function held(tx: Tx, agent: Agent, uid: string) {
  await changeable(tx, agent, uid)
  await tx
    .select({ id: cannedReplies.id })
    .from(cannedReplies)
    .where(eq(cannedReplies.uid, uid))
    .for('no key update')
  // Read once held: as whoever was faster has left it.
  return changeable(tx, agent, uid)
}

/** Throws Missing for what is not the agent's to change, too. */
async function changeable(tx: Tx, agent: Agent, uid: string) {
  const canned = await cannedIn(tx, agent, uid)
  if (!mayChange(agent, canned)) throw new Missing('Canned reply not found')
  return canned
}
