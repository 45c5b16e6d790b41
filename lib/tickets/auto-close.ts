import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { isDatabaseAway } from '@/lib/database-errors'
import { log } from '@/lib/log'
import { currentSettings } from '@/lib/settings/find'
import { inTransaction, type Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { transition } from './transition'

const batch = 100

interface Closed {
  /** The references, oldest resolution first. */
  readonly closed: readonly string[]
  /** Those that could not be closed; the log says why. */
  readonly failed: readonly string[]
}

/**
 * Closes every ticket that has been resolved for more than `days` days (default: the setting). Safe to run twice and
 * side by side: a ticket is closed once, and one that cannot be does not keep the others. With `dryRun` it only says which.
 */
export async function autoClose({
  days,
  dryRun = false,
}: {
  readonly days?: number
  readonly dryRun?: boolean
} = {}): Promise<Closed> {
  const limit = days ?? (await currentSettings()).autoCloseDays
  if (dryRun) return { closed: (await dueOf(db, limit)).map(({ refid }) => refid), failed: [] }
  const closed: string[] = []
  for (;;) {
    const some = await closeSome(limit).catch((err: unknown) => {
      if (isDatabaseAway(err)) throw err
      log.warn({ err }, 'Resolved tickets are closed one at a time')
    })
    if (!some) return closeEach(limit, closed)
    closed.push(...some)
    if (some.length < batch) return { closed, failed: [] }
  }
}

async function closeEach(days: number, before: readonly string[]): Promise<Closed> {
  const [closed, failed]: [string[], string[]] = [[...before], []]
  for (const { id, refid } of await dueOf(db, days))
    try {
      closed.push(...(await closeSome(days, id)))
    } catch (err) {
      if (isDatabaseAway(err)) throw err
      log.error({ err, refid }, 'A resolved ticket cannot be closed')
      failed.push(refid)
    }
  return { closed, failed }
}

/** Closes one ticket, if it still is resolved and has been for long enough. */
export async function closeResolved(ticketId: number) {
  const { autoCloseDays } = await currentSettings()
  return closeSome(autoCloseDays, ticketId)
}

const closeSome = (days: number, ticketId?: number) =>
  inTransaction(async (tx) => {
    const due = await dueOf(tx, days, ticketId).limit(batch).for('no key update', { skipLocked: true })
    for (const ticket of due) await transition(tx, system, ticket, 'closed')
    return due.map(({ refid }) => refid)
  })

const dueOf = (reader: Pick<Tx, 'select'>, days: number, ticketId?: number) =>
  reader
    .select({ id: tickets.id, refid: tickets.refid, status: tickets.status })
    .from(tickets)
    .where(and(overdue(days), ticketId === undefined ? undefined : eq(tickets.id, ticketId)))
    .orderBy(asc(tickets.resolvedAt))
    .$dynamic()

const overdue = (days: number) =>
  and(eq(tickets.status, 'resolved'), sql`${tickets.resolvedAt} <= moment() - ${days} * interval '1 day'`)
