import { eq } from 'drizzle-orm'
import { tags, ticketTags } from '@/db/schema'
import { inMacros } from '@/lib/canned/adding-tag'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { heldPolicies } from '@/lib/sla/policies/hold'
import { policiesNaming } from '@/lib/sla/policies/naming'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { heldTag } from './read'
import { whyKept } from './tag'

/** Deletes a tag that nothing bears, and neither a canned reply nor a policy in use names. Throws Missing, and Refused with what still has it. */
export const deleteTag = (admin: Admin | System, name: string) =>
  inTransaction(async (tx) => {
    await heldPolicies(tx)
    const tag = await heldTag(tx, name)
    const tickets = await tx.$count(ticketTags, eq(ticketTags.tagId, tag.id))
    const [named] = await tx.select({ macros: inMacros }).from(tags).where(eq(tags.id, tag.id))
    const policies = (await policiesNaming(tx, 'tags')).get(tag.id) ?? []
    const kept = whyKept({ tickets, macros: named?.macros ?? 0, policies })
    if (kept) throw new Refused(kept)
    await tx.delete(tags).where(eq(tags.id, tag.id))
    await record(tx, admin, 'tag.deleted', { audience: 'agents', change: { tag: [tag.name, null] } })
  })
