import { type Tx, tryOut } from '@/lib/transaction'
import type { Admin } from '@/lib/viewer'
import { newestVersion } from '../calendars/newest'
import { hoursFor } from '../load'
import { newestPreview } from '../newest-preview'
import type { Preview } from '../preview'
import type { Rules, SlaPolicy } from '../sla-policy'
import { edited } from './edit'
import { heldPolicies } from './hold'
import { type Prepared, prepared } from './prepare'
import { type Direction, moving } from './reorder'
import { retirable } from './retire'
import type { NewPolicy } from './shape'

/** What the policy would change if it were added. Throws as createPolicy does; writes nothing. */
export const previewCreate = (admin: Admin, policy: NewPolicy): Promise<Preview> =>
  previewed(
    admin,
    async (tx) => ({ id: 0, values: await prepared(tx, policy, await heldPolicies(tx)) }),
    (policies, made) => [...policies.filter(closes(false)), made, ...policies.filter(closes(true))],
  )

/** What the edit would change. Throws as editPolicy does; writes nothing. */
export const previewEdit = (admin: Admin, uid: string, policy: NewPolicy, saw: Date): Promise<Preview> =>
  previewed(
    admin,
    (tx) => edited(tx, uid, policy, saw),
    (policies, made) =>
      policies.map((one) => (one.id === made.id ? { ...made, fallback: one.fallback } : one)),
  )

/** What retiring it would change. Throws as retirePolicy does; writes nothing. */
export async function previewRetire(admin: Admin, uid: string): Promise<Preview> {
  const { id } = await tryOut((tx) => retirable(tx, uid))
  return newestPreview(admin, 'policy', (present) => ({
    ...present,
    policies: present.policies.map((one) => (one.id === id ? { ...one, retired: true } : one)),
  }))
}

/** What moving it would change. Throws as movePolicy does; writes nothing. */
export async function previewMove(
  admin: Admin,
  uid: string,
  direction: Direction,
  saw?: number,
): Promise<Preview> {
  const { after } = await tryOut((tx) => moving(tx, uid, direction, saw))
  const places = new Map(after.map(({ id }, place) => [id, place]))
  const placeOf = ({ id }: SlaPolicy) => places.get(id) ?? Number.POSITIVE_INFINITY
  return newestPreview(admin, 'policy', (present) => ({
    ...present,
    policies: present.policies.toSorted((one, other) => placeOf(one) - placeOf(other) || 0),
  }))
}

async function previewed(
  admin: Admin,
  make: (tx: Tx) => Promise<{ readonly id: number; readonly values: Prepared }>,
  place: (policies: readonly SlaPolicy[], made: SlaPolicy) => readonly SlaPolicy[],
): Promise<Preview> {
  // A tag that nobody has used yet is made for the trial only.
  const { made, hoursOf } = await tryOut(async (tx) => {
    const { id, values } = await make(tx)
    const { calendarId, ...policy } = values
    const calendarVersionId = calendarId === null ? null : (await newestVersion(tx, calendarId)).id
    const made: SlaPolicy = { ...policy, id, fallback: false, retired: false, calendarVersionId }
    return { made, hoursOf: await hoursFor(tx, [made]) }
  })
  return newestPreview(
    admin,
    'policy',
    (present): Rules => ({
      policies: place(present.policies, made),
      hoursOf: (version) => (version === made.calendarVersionId ? hoursOf : present.hoursOf)(version),
    }),
  )
}

const closes =
  (closing: boolean) =>
  ({ fallback }: SlaPolicy) =>
    fallback === closing
