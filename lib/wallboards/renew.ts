import { randomUUID } from 'node:crypto'
import { wallboards } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'
import { gone, named } from './named'

/**
 * Gives a screen another link; the one before shows nothing from then on. Throws Missing.
 *
 * @returns what it is called, and its new uid
 */
export const renewWallboard = (supervisor: Supervisor, uid: string) =>
  inTransaction(async (tx) => {
    const [renewed] = await tx
      .update(wallboards)
      .set({ uid: randomUUID(), shownAt: null })
      .where(named(uid))
      .returning({ name: wallboards.name, uid: wallboards.uid })
    if (!renewed) throw gone()
    const { name } = renewed
    await record(tx, supervisor, 'wallboard.renewed', { audience: 'agents', change: { name: [name, name] } })
    return renewed
  })
