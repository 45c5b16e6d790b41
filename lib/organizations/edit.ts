import { eq } from 'drizzle-orm'
import { organizations } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Conflict, Missing } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { nameTaken } from './create'
import { type NewOrganization, seen } from './organization'

/** Changes an organization. Throws Missing, Refused (`name`), and Conflict if it is not as it was `seen`. */
export const editOrganization = (
  admin: Admin | System,
  uid: string,
  { name, notes }: NewOrganization,
  saw?: string,
) =>
  inTransaction(async (tx) => {
    const [before] = await tx.select().from(organizations).where(eq(organizations.uid, uid)).for('update')
    if (!before) throw new Missing('Organization not found')
    if (saw !== undefined && saw !== seen(before))
      throw new Conflict(
        'Somebody else has changed this organization in the meantime. Open it again to see how.',
      )
    if (before.name === name && before.notes === notes) return
    await tx
      .update(organizations)
      .set({ name, notes })
      .where(eq(organizations.id, before.id))
      .catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(name) : error
      })
    await record(tx, admin, 'organization.changed', {
      audience: 'agents',
      change: { name: [before.name, name], ...(before.notes !== notes && { notes: [before.notes, notes] }) },
    })
  })
