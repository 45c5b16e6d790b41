import { eq } from 'drizzle-orm'
import { cannedReplies } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { scopeWord } from './canned'
import { held } from './edit'

/** Deletes a canned reply; what was written with it stays. Throws Missing for what is not the agent's to delete. */
export const deleteCanned = (agent: Agent, uid: string) =>
  inTransaction(async (tx) => {
    const gone = await held(tx, agent, uid)
    await tx.delete(cannedReplies).where(eq(cannedReplies.uid, uid))
    if (gone.scope !== 'personal')
      await record(tx, agent, 'canned_reply.deleted', {
        audience: 'agents',
        change: { name: [gone.name, null], for: [scopeWord(gone), null] },
      })
    return gone
  })
