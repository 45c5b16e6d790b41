import { wallboards } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'
import { gone, named } from './named'

/** Takes a screen away; its link shows nothing from then on. Throws Missing. */
export const revokeWallboard = (supervisor: Supervisor, uid: string) =>
  inTransaction(async (tx) => {
    const [revoked] = await tx.delete(wallboards).where(named(uid)).returning({ name: wallboards.name })
    if (!revoked) throw gone()
    const { name } = revoked
    await record(tx, supervisor, 'wallboard.revoked', { audience: 'agents', change: { name: [name, null] } })
    return revoked
  })
