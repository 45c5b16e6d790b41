import { and, inArray, isNull } from 'drizzle-orm'
import { organizations, teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'

/** The keys of organizations by their uid, in rising order. Throws Refused at the condition for one that is gone. */
export async function organizationKeys(tx: Tx, uids: readonly string[]) {
  const found = await tx
    .select({ id: organizations.id, uid: organizations.uid })
    .from(organizations)
    .where(inArray(organizations.uid, shaped(uids)))
    .for('key share')
  return all(found, uids, 'One of these organizations is gone. Choose again.', 'conditions.organizations')
}

/** The keys of active teams by their uid, in rising order. Throws Refused at `field` for one that is gone. */
export async function teamKeys(tx: Tx, uids: readonly string[], field: string) {
  const found = await tx
    .select({ id: teams.id, uid: teams.uid })
    .from(teams)
    .where(and(inArray(teams.uid, shaped(uids)), isNull(teams.retiredAt)))
    .for('key share')
  return all(found, uids, 'One of these teams is not there any more. Choose again.', field)
}

const shaped = (uids: readonly string[]) => uids.filter(isUid)

function all(
  found: readonly { readonly id: number; readonly uid: string }[],
  uids: readonly string[],
  gone: string,
  field: string,
) {
  if (uids.some((uid) => found.every((one) => one.uid !== uid.toLowerCase()))) throw new Refused(gone, field)
  return found.map(({ id }) => id).sort((a, b) => a - b)
}
