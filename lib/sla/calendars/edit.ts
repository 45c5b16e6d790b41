import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { calendars, calendarVersions, slaPolicies } from '@/db/schema'
import { now } from '@/lib/clock'
import { Conflict, Refused } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { lastActor } from '@/lib/events/last-actor'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { outOfReach } from '../reach'
import { reconsiderLater } from '../reconsider-later'
import { type NewCalendar, refuseClosed, refuseTaken } from './create'
import { heldCalendar } from './hold'
import { newestVersion } from './newest'

/**
 * Other hours are a new version, and every open ticket is looked at again; another name alone is not. Throws Missing,
 * Refused (`name`, or the calendar is retired), and Conflict where it has another version or name than the one that was seen.
 */
export const editCalendar = (
  actor: Admin | System,
  uid: string,
  { name, hours }: NewCalendar,
  seen: { readonly number: number; readonly name: string },
) =>
  inTransaction(async (tx) => {
    const calendar = await heldCalendar(tx, uid)
    if (calendar.retiredAt) throw new Refused('This calendar is retired. Nothing counts by it any more.')
    const newest = await newestVersion(tx, calendar.id)
    const renamed = calendar.name !== seen.name && calendar.name !== name
    if (newest.number !== seen.number || renamed)
      throw new Conflict(
        `${await changedBy(tx, calendar)} has changed this calendar in the meantime. Open it again to see how.`,
      )

    const change: Record<string, Change[string]> = {}
    if (name !== calendar.name) {
      await tx.update(calendars).set({ name }).where(eq(calendars.id, calendar.id)).catch(refuseTaken(name))
      change.name = [calendar.name, name]
    }
    const number = newest.number + 1
    if (!isDeepStrictEqual(hours, newest.hours)) {
      refuseClosed(hours)
      await refuseUnreachable(tx, calendar, hours)
      const actorId = actor.role === 'system' ? null : actor.id
      await tx
        .insert(calendarVersions)
        .values({ calendarId: calendar.id, number, hours, createdById: actorId })
      await reconsiderLater(tx, actor, 'calendar')
      change.version = [newest.number, number]
    }
    if (Object.keys(change).length > 0)
      await record(tx, actor, 'calendar.changed', {
        audience: 'agents',
        change: { calendar: [calendar.name, name], ...change },
      })
    return { number: change.version ? number : newest.number }
  })

/** Whoever made the newest version, or renamed it since. */
const changedBy = (tx: Tx, { name }: { readonly name: string }) =>
  lastActor(tx, 'calendar.changed', (change) => sql`${change} -> 'calendar' ->> 1 = ${name}`)

/** Throws Refused where a policy promises what the hours would take more than ten years for. */
async function refuseUnreachable(tx: Tx, { id }: { readonly id: number }, hours: Hours) {
  const policies = await tx
    .select({ name: slaPolicies.name, targets: slaPolicies.targets })
    .from(slaPolicies)
    .where(and(eq(slaPolicies.calendarId, id), isNull(slaPolicies.retiredAt)))
  const far = policies.find(({ targets }) => outOfReach(hours, targets, now()) !== undefined)
  if (far)
    throw new Refused(
      `What the policy “${far.name}” promises would take more than ten years of these hours`,
      'weekly',
    )
}
