import { count } from 'drizzle-orm'
import { wallboards } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'

/** More screens are forgotten links. */
const most = 50

/** Adds a screen. Throws Refused (`name`) where another is called so, and where there are too many. */
export const createWallboard = (supervisor: Supervisor, name: string): Promise<{ readonly uid: string }> =>
  inTransaction(async (tx) => {
    const [there] = await tx.select({ n: count() }).from(wallboards)
    if ((there?.n ?? 0) >= most)
      throw new Refused(`There are ${most} wallboards already. Revoke one that nobody looks at.`)
    const [added] = await tx
      .insert(wallboards)
      .values({ name, creatorId: supervisor.id })
      .returning({ uid: wallboards.uid })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Refused(`Another wallboard is called “${name}”`, 'name') : error
      })
    if (!added) throw new Error('A wallboard was not written')
    await record(tx, supervisor, 'wallboard.created', { audience: 'agents', change: { name: [null, name] } })
    return added
  })
