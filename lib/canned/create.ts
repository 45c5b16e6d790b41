import { cannedReplies } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type Canned, type NewCanned, scopeWord } from './canned'
import { cannedIn } from './find'
import { rowOf, shortcutTaken } from './keep'

/**
 * Adds a canned reply. What is one's own is nobody else's affair, so there is no event of it. Throws Refused at the field
 * that will not do.
 */
export const createCanned = (agent: Agent, canned: NewCanned): Promise<Canned> =>
  inTransaction(async (tx) => {
    const [row] = await tx
      .insert(cannedReplies)
      .values(await rowOf(tx, agent, canned))
      .returning({ uid: cannedReplies.uid })
      .catch(shortcutTaken(canned))
    if (!row) throw new Error('A canned reply was not written')
    const added = await cannedIn(tx, agent, row.uid)
    if (added.scope !== 'personal')
      await record(tx, agent, 'canned_reply.created', {
        audience: 'agents',
        change: { name: [null, added.name], for: [null, scopeWord(added)] },
      })
    return added
  })
