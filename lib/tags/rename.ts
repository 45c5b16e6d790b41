import { eq } from 'drizzle-orm'
import { tags } from '@/db/schema'
import { renameInMacros } from '@/lib/canned/rename'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { heldPolicies } from '@/lib/sla/policies/hold'
import { retag } from '@/lib/sla/policies/retag'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { followInViews } from '@/lib/views/follow'
import { heldTag, readTag } from './read'

/**
 * Gives a tag another name; what bears it keeps it. Throws Missing, and Refused (`name`): where another tag is called so,
 * that one is `instead`, to merge this one into.
 *
 * @returns the name as it is kept
 */
export const renameTag = (admin: Admin | System, name: string, to: string): Promise<string> =>
  inTransaction(async (tx) => {
    const wanted = readTag(to, 'name')
    await heldPolicies(tx)
    const tag = await heldTag(tx, name)
    if (wanted === tag.name) return wanted
    await tx
      .update(tags)
      .set({ name: wanted })
      .where(eq(tags.id, tag.id))
      .catch((error: unknown) => {
        throw isTaken(error) ? taken(wanted) : error
      })
    await retag(tx, tag.id, tag.id)
    await renameInMacros(tx, ['tag', 'untag'], tag.name, wanted)
    await followInViews(tx, 'tag', tag.name, wanted)
    await record(tx, admin, 'tag.renamed', { audience: 'agents', change: { tag: [tag.name, wanted] } })
    return wanted
  })

const taken = (name: string) => new Refused(`There is a tag “${name}” already`, 'name', name)
