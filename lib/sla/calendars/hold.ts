import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { calendars } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

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

/** Whoever types an address may type anything; the database would call it an error. */
export const isUid = (text: string) => z.guid().safeParse(text).success
