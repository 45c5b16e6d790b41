import { and, asc, between, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { portalCategories, portalMessages, portalPromises, portalTickets } from '@/db/portal'
import { Missing } from '@/lib/errors'
import { anywhere } from '@/lib/like'
import { readBegunRefid, readRefid } from '@/lib/tickets/refid'
import type { Tx } from '@/lib/transaction'
import type { Customer } from '@/lib/viewer'
import { asCustomer, soughtByCustomer } from './as-customer'

const pageSize = 25

const listed = {
  refid: portalTickets.refid,
  subject: portalTickets.subject,
  status: portalTickets.status,
  categoryName: portalTickets.categoryName,
  createdAt: portalTickets.createdAt,
  updatedAt: portalTickets.updatedAt,
  answeredAt: portalTickets.answeredAt,
  dueAt: portalTickets.dueAt,
  dueFor: portalTickets.dueFor,
}

/** One line of "my requests". */
export type OwnTicketLine = Awaited<ReturnType<typeof ownTickets>>['tickets'][number]

/**
 * The customer's tickets, 25 a page: those waiting for the customer first, then the last changed. `q` (as
 * `searchable` makes it) is a reference or its beginning, or words, or their parts, of subject and messages; `tookTooLong`: the database
 * ended that.
 */
export const ownTickets = (
  customer: Customer,
  { q = '', page = 1 }: { readonly q?: string; readonly page?: number } = {},
) =>
  soughtByCustomer(customer, { tickets: [], more: false, tookTooLong: true }, async (tx) => {
    const rows = await tx
      .select(listed)
      .from(portalTickets)
      .where(and(isNull(portalTickets.mergedInto), q.trim() === '' ? undefined : matching(q)))
      .orderBy(
        desc(eq(portalTickets.status, 'pending')),
        desc(portalTickets.updatedAt),
        desc(portalTickets.id),
      )
      .limit(pageSize + 1)
      .offset((page - 1) * pageSize)
    return { tickets: rows.slice(0, pageSize), more: rows.length > pageSize, tookTooLong: false }
  })

function matching(q: string) {
  const words = sql`websearch_to_tsquery('english', ${q})`
  const refid = readRefid(q)
  const begun = readBegunRefid(q)
  return or(
    refid ? or(eq(portalTickets.refid, refid), wentInto(refid)) : undefined,
    begun ? between(portalTickets.refid, begun.first, begun.last) : undefined,
    sql`${portalTickets.search} @@ ${words}`,
    sql`exists (select from ${portalMessages} where ${portalMessages.ticketId} = ${portalTickets.id}
      and ${portalMessages.search} @@ ${words})`,
    and(...q.trim().split(/\s+/).slice(0, mostWords).map(saidSomewhere)),
  )
}

const mostWords = 12

/** That these letters stand somewhere in the subject, or in one message. */
const saidSomewhere = (letters: string) => sql`(
  ${portalTickets.subject} ilike ${anywhere(letters)}
  or exists (select from ${portalMessages} where ${portalMessages.ticketId} = ${portalTickets.id}
    and ${portalMessages.body} ilike ${anywhere(letters)}))`

/** That what was found by a reference was joined with it. */
const wentInto = (refid: string) =>
  sql`${portalTickets.refid} = (select m.merged_into from ${portalTickets} m where m.refid = ${refid})`

const details = {
  ...listed,
  id: portalTickets.id,
  resolvedAt: portalTickets.resolvedAt,
  closedAt: portalTickets.closedAt,
  closedByYou: portalTickets.closedByYou,
  follows: portalTickets.follows,
  followedBy: portalTickets.followedBy,
  mergedInto: portalTickets.mergedInto,
  score: portalTickets.score,
  comment: portalTickets.comment,
  ratedAt: portalTickets.ratedAt,
}

export type OwnTicket = Awaited<ReturnType<typeof ownTicket>>

/** The customer's own ticket, for the customer's verbs. Throws Missing, also if it is somebody else's. */
export const ownTicket = (customer: Customer, refid: string) =>
  asCustomer(customer, (tx) => ticketWithin(tx, refid))

/** Whether a ticket of the customer's went into another of theirs, as what they asked for by its reference leads there. */
export const isJoined = (customer: Customer, from: string, into: { readonly refid: string }) =>
  asCustomer(customer, async (tx) => {
    const found = await tx
      .select({ refid: portalTickets.refid })
      .from(portalTickets)
      .where(and(eq(portalTickets.refid, from), eq(portalTickets.mergedInto, into.refid)))
    return found.length > 0
  })

/** As `ownTicket`, within other reads of the customer. */
export async function ticketWithin(tx: Tx, refid: string) {
  const [ticket] = await tx.select(details).from(portalTickets).where(eq(portalTickets.refid, refid))
  if (!ticket) throw new Missing()
  return ticket
}

export type PublicCategory = Awaited<ReturnType<typeof filingChoices>>['categories'][number]

/** What the form for a new request offers: active categories in their order, and what we aim for with each priority in them. */
export const filingChoices = (customer: Customer) =>
  asCustomer(customer, async (tx) => {
    const [categories, aims] = await Promise.all([
      tx
        .select({
          slug: portalCategories.slug,
          name: portalCategories.name,
          description: portalCategories.description,
        })
        .from(portalCategories)
        .orderBy(asc(portalCategories.displayOrder), asc(portalCategories.name)),
      tx
        .select({
          category: portalPromises.category,
          priority: portalPromises.priority,
          firstResponse: portalPromises.firstResponse,
          resolution: portalPromises.resolution,
          business: portalPromises.business,
        })
        .from(portalPromises),
    ])
    return { categories, aims }
  })
