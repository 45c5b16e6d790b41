import { eq } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { changeableView } from './edit'
import { placeWords } from './place'

/** Deletes a view; its tickets stay where they are. Throws Missing where it is not theirs to delete. */
export const deleteView = (agent: Agent, uid: string) =>
  inTransaction(async (tx) => {
    const view = await changeableView(tx, agent, uid)
    await tx.delete(savedViews).where(eq(savedViews.id, view.id))
    if (view.scope !== 'personal')
      await record(tx, agent, 'view.deleted', {
        audience: 'agents',
        change: { name: [view.name, null], scope: [placeWords(view), null] },
      })
    return { name: view.name }
  })
