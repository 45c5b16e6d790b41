import { isDeepStrictEqual } from 'node:util'
import type { Admin } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { newestPreview } from '../newest-preview'
import type { Preview } from '../preview'
import { versionInForce } from './find'

/** No version has it. */
const planned = -1

/**
 * What other hours would change on open tickets; null where they are its hours already. Writes nothing. Throws Missing.
 */
export async function previewCalendar(admin: Admin, uid: string, hours: Hours): Promise<Preview | null> {
  const newest = await versionInForce(admin, uid)
  if (isDeepStrictEqual(hours, newest.hours)) return null
  return newestPreview(admin, 'calendar', ({ policies, hoursOf }) => ({
    policies: policies.map((policy) =>
      policy.calendarVersionId === newest.id ? { ...policy, calendarVersionId: planned } : policy,
    ),
    hoursOf: (id) => (id === planned ? hours : hoursOf(id)),
  }))
}
