import { asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { calendars, calendarVersions, people, slaPolicies } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { isUid } from '@/lib/uid'
import type { Admin } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { newestVersionOf } from './newest'

/** A calendar as its newest version says. */
export interface CalendarRow {
  readonly uid: string
  readonly name: string
  readonly retiredAt: Date | null
  /** Of the newest version. */
  readonly number: number
  readonly hours: Hours
  /** The policies that count by it. */
  readonly usedBy: readonly string[]
}

export interface CalendarVersion {
  readonly number: number
  readonly createdAt: Date
  /** Null: the helpdesk itself. */
  readonly createdBy: string | null
}

/** All calendars, the retired ones last, by name. */
export async function calendarList(_: Admin): Promise<readonly CalendarRow[]> {
  const rows = await db.select(columns).from(calendars).innerJoin(calendarVersions, isNewest)
  return rows.toSorted(
    (one, other) =>
      Number(one.retiredAt !== null) - Number(other.retiredAt !== null) ||
      one.name.localeCompare(other.name, 'en'),
  )
}

/** Newest first. */
export const versionsOf = (_: Admin, uid: string): Promise<readonly CalendarVersion[]> =>
  db
    .select({
      number: calendarVersions.number,
      createdAt: calendarVersions.createdAt,
      createdBy: people.name,
    })
    .from(calendarVersions)
    .innerJoin(calendars, eq(calendars.id, calendarVersions.calendarId))
    .leftJoin(people, eq(people.id, calendarVersions.createdById))
    .where(eq(calendars.uid, uid))
    .orderBy(desc(calendarVersions.number))

/** By which everything counts that is decided from now on. Throws Missing. */
export async function versionInForce(_: Admin, uid: string) {
  const [version] = isUid(uid)
    ? await db
        .select({ id: calendarVersions.id, hours: calendarVersions.hours })
        .from(calendars)
        .innerJoin(calendarVersions, isNewest)
        .where(eq(calendars.uid, uid))
    : []
  if (!version) throw new Missing('Calendar not found')
  return version
}

const isNewest = eq(calendarVersions.id, newestVersionOf(sql`${calendars}.id`))

const columns = {
  uid: calendars.uid,
  name: calendars.name,
  retiredAt: calendars.retiredAt,
  number: calendarVersions.number,
  hours: calendarVersions.hours,
  usedBy: sql<string[]>`array(
    select ${slaPolicies.name} from ${slaPolicies}
    where ${slaPolicies.calendarId} = ${calendars.id} and ${slaPolicies.retiredAt} is null
    order by ${asc(slaPolicies.name)})`,
}
