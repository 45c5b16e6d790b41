import { eq } from 'drizzle-orm'
import { calendars } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'

/** The calendar with its row held until the transaction ends. Throws Missing. */
export async function heldCalendar(tx: Tx, uid: string) {
  const [calendar] = isUid(uid)
    ? await tx
        .select({ id: calendars.id, name: calendars.name, retiredAt: calendars.retiredAt })
        .from(calendars)
        .where(eq(calendars.uid, uid))
        .for('update')
    : []
  if (!calendar) throw new Missing('Calendar not found')
  return calendar
}
