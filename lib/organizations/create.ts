import { organizations } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import type { NewOrganization } from './organization'

/** Adds an organization. Throws Refused (`name`) where there is one of this name. */
export const createOrganization = (admin: Admin | System, organization: NewOrganization) =>
  inTransaction(async (tx) => {
    const [added] = await tx
      .insert(organizations)
      .values(organization)
      .onConflictDoNothing({ target: organizations.name })
      .returning({ uid: organizations.uid, name: organizations.name })
    if (!added) throw nameTaken(organization.name)
    await record(tx, admin, 'organization.created', {
      audience: 'agents',
      change: { name: [null, added.name] },
    })
    return added
  })

export const nameTaken = (name: string) => new Refused(`Another organization is called “${name}”`, 'name')
