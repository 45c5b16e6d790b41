import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { calendars, slaPolicies } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { heldCalendar } from './hold'

/**
 * No policy can choose it from now on; deadlines that were computed with it stay. Twice is once. Throws Missing, and Refused
 * while a policy uses it.
 */
export const retireCalendar = (actor: Admin | System, uid: string) =>
  inTransaction(async (tx) => {
    const calendar = await heldCalendar(tx, uid)
    if (calendar.retiredAt) return
    const users = await policiesWith(tx, calendar)
    if (users.length > 0)
      throw new Refused(
        `Used by the ${users.length === 1 ? 'policy' : 'policies'} ${users.map(({ name }) => `“${name}”`).join(', ')}. Choose another calendar there first.`,
      )
    await tx.update(calendars).set({ retiredAt: sql`moment()` }).where(eq(calendars.id, calendar.id))
    await record(tx, actor, 'calendar.changed', {
      audience: 'agents',
      change: { calendar: [calendar.name, calendar.name], state: ['active', 'retired'] },
    })
  })

const policiesWith = (tx: Tx, { id }: { readonly id: number }) =>
  tx
    .select({ name: slaPolicies.name })
    .from(slaPolicies)
    .where(and(eq(slaPolicies.calendarId, id), isNull(slaPolicies.retiredAt)))
    .orderBy(asc(slaPolicies.name))
