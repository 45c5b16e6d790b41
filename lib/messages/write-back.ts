import { eq, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { now } from '@/lib/clock'
import { Missing, TooMany } from '@/lib/errors'
import { holdBackAll } from '@/lib/sending/hold-back'
import { currentSettings } from '@/lib/settings/find'
import { takeBack } from '@/lib/teams/take-back'
import { changePromised } from '@/lib/tickets/change-promised'
import { fileWithin } from '@/lib/tickets/file'
import { secondsUntilNextReply } from '@/lib/tickets/limit'
import { mayReopen } from '@/lib/tickets/policy'
import { transition } from '@/lib/tickets/transition'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Customer } from '@/lib/viewer'
import { alreadySent, insertMessage } from './insert-message'
import type { Written } from './message'

/**
 * The requester writes to their ticket. It becomes our turn; a resolved ticket reopens. Where it can no longer be
 * reopened, the text opens a ticket that follows it. Throws TooMany, Missing, and Conflict where
 * the same submission said something else.
 *
 * @returns the reference of the ticket that holds the message now
 */
export const writeBack = (customer: Customer, ticket: { readonly id: number }, written: Written) =>
  inTransaction(async (tx) => {
    const current = await lockPresent(tx, customer, ticket.id)
    if (await alreadySent(tx, customer, written)) return { refid: current.refid }
    const settings = await currentSettings(tx)
    const wait = await secondsUntilNextReply(customer.id, current.id, settings, tx)
    if (wait > 0) throw new TooMany('You have written many messages within a minute.', wait)

    const over = current.status === 'resolved' || current.status === 'closed'
    if (over && !mayReopen(current, settings, now()))
      return fileWithin(tx, customer, customer, {
        subject: current.subject,
        description: written.body,
        priority: current.priority,
        channel: 'portal',
        follows: current,
        ...(written.submission && { submission: written.submission }),
      })

    const message = await insertMessage(tx, customer, current, written, 'everyone')
    await changePromised(tx, customer, current, {
      changes: { waitingSince: sql`coalesce(${tickets.waitingSince}, moment())` },
      audience: 'everyone',
      event: { kind: 'message.received', audience: 'everyone', message },
      happening: { kind: 'wrote' },
    })
    await holdBackAll(tx, current, `${customer.name} wrote meanwhile`)
    if (current.status !== 'open') await transition(tx, customer, current, 'open')
    await takeBack(tx, current)
    return { refid: current.refid }
  })

/** The ticket that their words belong to: where it was merged, the one that it went into. */
async function lockPresent(
  tx: Tx,
  customer: Customer,
  id: number,
): Promise<Awaited<ReturnType<typeof lockOwn>>> {
  const ticket = await lockOwn(tx, customer, id)
  return ticket.mergedIntoId ? lockPresent(tx, customer, ticket.mergedIntoId) : ticket
}

async function lockOwn(tx: Tx, customer: Customer, id: number) {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, id)).for('no key update')
  if (ticket?.requesterId !== customer.id) throw new Missing()
  return { ...ticket, closedByYou: ticket.closedById === customer.id }
}
