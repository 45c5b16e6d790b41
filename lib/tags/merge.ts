import { eq, sql } from 'drizzle-orm'
import { tags, ticketTags } from '@/db/schema'
import { renameInMacros } from '@/lib/canned/rename'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { heldPolicies } from '@/lib/sla/policies/hold'
import { retag } from '@/lib/sla/policies/retag'
import { reconsiderLater } from '@/lib/sla/reconsider-later'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { followInViews } from '@/lib/views/follow'
import { heldTag, readTag } from './read'

/**
 * Merges a tag into another: what bore the one bears the other, policies that named the one name the other, and the one is
 * gone. What is promised on open tickets is looked up again soon after, where a policy asks for either. One merge comes after
 * the other, so that of two in a circle the second finds its tag gone. Throws Missing, and Refused (`into`).
 *
 * @returns how many tickets bear the other now that bore the one
 */
export const mergeTags = (admin: Admin | System, name: string, into: string): Promise<number> =>
  inTransaction(async (tx) => {
    const target = readTag(into, 'into')
    if (target === name) throw new Refused('A tag cannot be merged into itself', 'into')
    await heldPolicies(tx)
    const from = await heldTag(tx, name)
    const to = await sharedTag(tx, target)
    const policies = await retag(tx, from.id, to.id)
    await renameInMacros(tx, ['tag', 'untag'], from.name, to.name)
    const moved = await move(tx, from, to)
    await followInViews(tx, 'tag', from.name, to.name)
    await tx.delete(tags).where(eq(tags.id, from.id))
    await record(tx, admin, 'tag.merged', {
      audience: 'agents',
      change: {
        tag: [from.name, to.name],
        tickets: [null, moved],
        ...(policies.names.length > 0 && { policies: [null, policies.names.join(', ')] }),
      },
    })
    if (policies.asked) await reconsiderLater(tx, admin, 'merge')
    return moved
  })

async function sharedTag(tx: Tx, name: string) {
  const [tag] = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.name, name))
    .for('key share')
  if (!tag) throw new Refused(`There is no tag “${name}”`, 'into')
  return tag
}

interface Tag {
  readonly id: number
}

/** Nobody puts `from` on a ticket meanwhile: that takes a share of its row, which this transaction holds. */
async function move(tx: Tx, from: Tag, to: Tag) {
  await tx.execute(sql`
    insert into ticket_tags (ticket_id, tag_id) select ticket_id, ${to.id} from ticket_tags where tag_id = ${from.id}
    on conflict do nothing`)
  return (await tx.delete(ticketTags).where(eq(ticketTags.tagId, from.id))).count
}
