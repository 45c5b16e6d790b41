import { calendars, calendarVersions } from '@/db/schema'
import { now } from '@/lib/clock'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { staysOpen } from '../reach'

export interface NewCalendar {
  readonly name: string
  readonly hours: Hours
}

/** Adds a calendar; `hours` have passed `hoursShape`. Throws Refused (`name`) where another one has the name. */
export const createCalendar = (actor: Admin | System, { name, hours }: NewCalendar) =>
  inTransaction(async (tx) => {
    refuseClosed(hours)
    const [calendar] = await tx
      .insert(calendars)
      .values({ name })
      .returning({ id: calendars.id, uid: calendars.uid })
      .catch(refuseTaken(name))
    if (!calendar) throw new Error('A calendar was not written')
    await tx.insert(calendarVersions).values({
      calendarId: calendar.id,
      number: 1,
      hours,
      createdById: actor.role === 'system' ? null : actor.id,
    })
    await record(tx, actor, 'calendar.created', { audience: 'agents', change: { name: [null, name] } })
    return calendar
  })

/** The week may be open and every date of it a special day. Throws Refused (`weekly`). */
export function refuseClosed(hours: Hours) {
  if (!staysOpen(hours, now())) throw new Refused('With these special days it is never open again', 'weekly')
}

export const refuseTaken = (name: string) => (error: unknown) => {
  if (isTaken(error)) throw new Refused(`Another calendar is called “${name}”`, 'name')
  throw error
}
