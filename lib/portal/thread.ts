import { and, asc, desc, eq, gte, like, lt, sql } from 'drizzle-orm'
import { portalEvents, portalMessages, portalSettings } from '@/db/portal'
import { weightOf } from '@/lib/messages/weight'
import { withDefaults } from '@/lib/settings/settings'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'
import type { Customer } from '@/lib/viewer'
import { asCustomer } from './as-customer'
import { ticketWithin } from './find'

/** A page of a thread has so many messages, and none that begins after so many bytes. */
const [mostMessages, mostBytes] = [100, 400_000]
/** More than ever happens to a ticket between a hundred messages. */
const mostEvents = 500

type Ticket = Awaited<ReturnType<typeof ticketWithin>>
export type PublicMessage = Awaited<ReturnType<typeof ownThread>>['messages'][number]
export type PublicEvent = Awaited<ReturnType<typeof ownThread>>['events'][number]

/**
 * The customer's own ticket with what was said to everyone on it and what happened meanwhile, oldest first: the last
 * hundred messages, or the last hundred before the one of the uid `before` (one that is none of the ticket's asks for
 * nothing). `earlier` is what to ask `before` for those in front of them, null where there are none. Throws Missing.
 */
export const ownThread = (customer: Customer, refid: string, before?: string) =>
  asCustomer(customer, async (tx) => {
    const ticket = await ticketWithin(tx, refid)
    const later = before && isUid(before) ? await messageOf(tx, ticket, before) : undefined
    const { first, more } = await pageBefore(tx, ticket, later)
    const [messages, events, stored] = await Promise.all([
      messagesOf(tx, ticket, { from: first, to: later }),
      eventsOf(tx, ticket, { from: more ? first : undefined, to: later }),
      tx.select({ key: portalSettings.key, value: portalSettings.value }).from(portalSettings),
    ])
    return {
      ticket,
      messages,
      events,
      earlier: (more && first?.uid) || null,
      latest: later === undefined,
      settings: withDefaults(stored),
    }
  })

const placed = {
  id: portalMessages.id,
  uid: portalMessages.uid,
  createdAt: portalMessages.createdAt,
}

async function messageOf(tx: Tx, ticket: Ticket, uid: string) {
  const [message] = await tx
    .select(placed)
    .from(portalMessages)
    .where(and(eq(portalMessages.ticketId, ticket.id), eq(portalMessages.uid, uid)))
  return message
}

/** Where the page begins that ends before a message or with the last, and whether there is anything in front of it. */
async function pageBefore(tx: Tx, ticket: Ticket, later: Place | undefined) {
  const last = await tx
    .select({ ...placed, bytes: weightOf(portalMessages.body) })
    .from(portalMessages)
    .where(and(eq(portalMessages.ticketId, ticket.id), later ? lt(portalMessages.id, later.id) : undefined))
    .orderBy(desc(portalMessages.id))
    .limit(mostMessages + 1)
  const most = Math.min(last.length, mostMessages)
  let count = 0
  for (let bytes = 0; count < most && bytes < mostBytes; count += 1) bytes += last[count]?.bytes ?? 0
  return { first: last[count - 1], more: count < last.length }
}

interface Place {
  readonly id: number
  readonly createdAt: Date
}

interface Span {
  readonly from: Place | undefined
  /** Not with it. */
  readonly to: Place | undefined
}

const messagesOf = (tx: Tx, ticket: Ticket, { from, to }: Span) =>
  tx
    .select({
      uid: portalMessages.uid,
      audience: everyone(portalMessages.audience),
      author: portalMessages.author,
      from: portalMessages.from,
      body: portalMessages.body,
      createdAt: portalMessages.createdAt,
    })
    .from(portalMessages)
    .where(
      and(
        eq(portalMessages.ticketId, ticket.id),
        from && gte(portalMessages.id, from.id),
        to && lt(portalMessages.id, to.id),
      ),
    )
    .orderBy(asc(portalMessages.id))

/** What happened from one message on, and before another. */
async function eventsOf(tx: Tx, ticket: Ticket, { from, to }: Span) {
  const last = await tx
    .select({
      uid: portalEvents.uid,
      audience: everyone(portalEvents.audience),
      kind: portalEvents.kind,
      actor: portalEvents.actor,
      from: portalEvents.from,
      status: portalEvents.status,
      other: portalEvents.other,
      at: portalEvents.at,
    })
    .from(portalEvents)
    .where(
      and(
        eq(portalEvents.ticketId, ticket.id),
        like(portalEvents.kind, 'ticket.%'),
        from && gte(portalEvents.at, from.createdAt),
        to && lt(portalEvents.at, to.createdAt),
      ),
    )
    .orderBy(desc(portalEvents.id))
    .limit(mostEvents)
  return last.reverse()
}

/** The views hold nothing else; the type says so to the components that may show it. */
const everyone = (column: typeof portalMessages.audience | typeof portalEvents.audience) =>
  sql<'everyone'>`${column}`
