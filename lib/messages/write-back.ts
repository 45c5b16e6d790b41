import { eq, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { stillOffered } from '@/lib/categories/active'
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

interface Ticket {
  readonly id: number
}

/**
 * The requester writes to their ticket. It becomes our turn; a resolved ticket reopens. Where it can no longer be
 * reopened, the text opens a ticket that follows it, in the same category if customers may still choose it. Throws TooMany
 * (TicketLimit for one that follows), Missing, and Conflict where the same submission said something else.
 *
 * Where the ticket was merged, the words belong to the one that it went into. Each transaction holds the row of one ticket
 * alone, and lets go of it where the words belong to another.
 *
 * @returns the reference of the ticket that holds the message now
 */
export async function writeBack(customer: Customer, ticket: Ticket, written: Written) {
  for (let place = ticket; ; ) {
    const came = await inTransaction(async (tx) => {
      const current = await lockOwn(tx, customer, place)
      const present = place === ticket && !current.mergedIntoId ? current : await presentOf(tx, ticket)
      return present.id === current.id ? writeOn(tx, customer, current, written) : { present }
    })
    if (!('present' in came)) return came
    place = came.present
  }
}

async function writeOn(
  tx: Tx,
  customer: Customer,
  current: Awaited<ReturnType<typeof lockOwn>>,
  written: Written,
) {
  if (await alreadySent(tx, customer, written, 'everyone')) return { refid: current.refid }
  const settings = await currentSettings(tx)
  const wait = await secondsUntilNextReply(customer.id, current.id, settings, tx)
  if (wait > 0) throw new TooMany('You have written many messages within a minute.', wait)

  const over = current.status === 'resolved' || current.status === 'closed'
  if (over && !mayReopen(current, settings, now())) {
    const category = await stillOffered(tx, current.categoryId)
    return fileWithin(tx, customer, customer, {
      subject: current.subject,
      description: written.body,
      priority: current.priority,
      channel: written.channel,
      follows: current,
      ...(category && { category: category.slug }),
      ...(written.submission && { submission: written.submission }),
    })
  }

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
}

/** Where a ticket is now: itself, or the one that it went into at last. Nobody moves it while that one is held. */
async function presentOf(tx: Tx, { id }: Ticket): Promise<Ticket> {
  const [present] = await tx.execute<{ id: number }>(sql`
    with recursive way as (
      select id, merged_into_id from tickets where id = ${id}
      union all select t.id, t.merged_into_id from tickets t join way on t.id = way.merged_into_id)
    select id from way where merged_into_id is null`)
  if (!present) throw new Missing()
  return present
}

async function lockOwn(tx: Tx, customer: Customer, { id }: Ticket) {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, id)).for('no key update')
  if (ticket?.requesterId !== customer.id) throw new Missing()
  return { ...ticket, closedByYou: ticket.closedById === customer.id }
}
