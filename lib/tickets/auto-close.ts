import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { currentSettings } from '@/lib/settings/find'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { transition } from './transition'

const batch = 100

/**
 * Closes every ticket that has been resolved for more than `days` days (default: the setting). Safe to run twice and
 * side by side: a ticket is closed once. With `dryRun` it only says which.
 *
 * @returns the references, oldest resolution first
 */
export async function autoClose({
  days,
  dryRun = false,
}: {
  readonly days?: number
  readonly dryRun?: boolean
} = {}) {
  const limit = days ?? (await currentSettings()).autoCloseDays
  if (dryRun) {
    const due = await db
      .select({ refid: tickets.refid })
      .from(tickets)
      .where(overdue(limit))
      .orderBy(asc(tickets.resolvedAt))
    return due.map(({ refid }) => refid)
  }
  const closed: string[] = []
  for (;;) {
    const some = await closeSome(limit)
    closed.push(...some)
    if (some.length < batch) return closed
  }
}

/** Closes one ticket, if it still is resolved and has been for long enough. */
export async function closeResolved(ticketId: number) {
  const { autoCloseDays } = await currentSettings()
  return closeSome(autoCloseDays, ticketId)
}

const closeSome = (days: number, ticketId?: number) =>
  inTransaction(async (tx) => {
    const due = await tx
      .select({ id: tickets.id, refid: tickets.refid, status: tickets.status })
      .from(tickets)
      .where(and(overdue(days), ticketId === undefined ? undefined : eq(tickets.id, ticketId)))
      .orderBy(asc(tickets.resolvedAt))
      .limit(batch)
      .for('no key update', { skipLocked: true })
    for (const ticket of due) await transition(tx, system, ticket, 'closed')
    return due.map(({ refid }) => refid)
  })

const overdue = (days: number) =>
  and(eq(tickets.status, 'resolved'), sql`${tickets.resolvedAt} <= moment() - ${days} * interval '1 day'`)
