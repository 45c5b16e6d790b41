import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { now } from '@/lib/clock'
import { Missing, Refused } from '@/lib/errors'
import type { Status } from '@/lib/tickets/ticket'
import { newestVersionOf } from './calendars/newest'
import { allPolicies, hoursFor } from './load'
import { outOfReach } from './reach'
import type { Rules, SlaPolicy, Targets } from './sla-policy'

/** What to try of one policy; what is left out stays as it is. */
export interface WhatIf {
  /** Its name, in any case. */
  readonly policy: string
  readonly targets?: Targets
  /** The name of a calendar that is not retired, or the uid of any; null: around the clock. */
  readonly calendar?: string | null
  readonly pausing?: readonly Status[]
}

/** The rules that a `WhatIf` makes of those in force. Throws Missing (no such policy) and Refused (`calendar`). */
export async function whatIf({
  policy: name,
  calendar,
  ...changes
}: WhatIf): Promise<(present: Rules) => Rules> {
  const policy = named(await allPolicies(db), name)
  const calendarVersionId = calendar === undefined ? policy.calendarVersionId : await versionOf(calendar)
  const tried = { ...policy, ...changes, calendarVersionId }
  const hours = (await hoursFor(db, [{ calendarVersionId }]))(calendarVersionId)
  if (hours && outOfReach(hours, tried.targets, now()) !== undefined)
    throw new Refused('In these hours, some of this would take more than ten years', 'calendar')
  return (present) => ({
    ...present,
    policies: present.policies.map((one) => (one.id === policy.id ? tried : one)),
  })
}

function named(policies: readonly SlaPolicy[], name: string) {
  const policy = policies.find((one) => !one.retired && one.name.toLowerCase() === name.trim().toLowerCase())
  if (!policy) throw new Missing(`There is no policy “${name}”`)
  return policy
}

async function versionOf(calendar: string | null) {
  if (calendar === null) return null
  const [row] = await db.execute<{ id: number }>(sql`
    select ${newestVersionOf(sql`c.id`)} as id from calendars c
    where (lower(c.name) = lower(${calendar}) and c.retired_at is null) or c.uid::text = ${calendar}`)
  if (!row) throw new Refused(`There is no calendar “${calendar}”`, 'calendar')
  return row.id
}
