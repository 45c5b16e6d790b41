import { z } from 'zod'
import { agentPerformance, dailyTrends, dashboard, responseTimes, slaMetrics } from './analytics/find'
import { categoryFields } from './categories/category'
import { CategoryDraft } from './categories/category-draft'
import { createCategory } from './categories/create'
import { allCategories, categoryById } from './categories/find'
import { Refused } from './errors'
import { answer } from './messages/answer'
import { note } from './messages/note'
import { writeBack } from './messages/write-back'
import { personById } from './people/by-id'
import { currentSettings } from './settings/find'
import { SupportTicket } from './support-ticket'
import { line, prose } from './text'
import { assign as assignTicket } from './tickets/assign'
import { close as closeTicket } from './tickets/close'
import { file } from './tickets/file'
import { secondsUntilNextReply, secondsUntilNextTicket } from './tickets/limit'
import {
  slaBreachedTickets,
  ticketByRefid,
  ticketsAssignedTo,
  ticketsOf,
  unassignedTickets,
} from './tickets/lists'
import { metadata } from './tickets/metadata'
import { resolve as resolveTicket } from './tickets/resolve'
import { bodyLimit, priorities, subjectLimit } from './tickets/ticket'
import { TicketDraft, type TicketInput } from './tickets/ticket-draft'
import { isAgent, system } from './viewer'

/*
 * The helpdesk as a library. Keys (`userId`, `categoryId`) are those of the database; references (`refid`) are what
 * people see. Everything throws the errors of lib/errors: Missing, Refused (with a field), Conflict, TooMany.
 */

/** Starts a ticket: `make().for(id).subject('…').description('…').high().create()`. */
export const make = () => new TicketDraft(createTicket, {})

const ticketShape = z.object({
  subject: line('Subject', subjectLimit),
  description: prose('Description', bodyLimit),
  priority: z.enum(priorities).optional(),
  metadata: metadata.optional(),
})

/**
 * Files a ticket for its user. Throws TicketLimit (a TooMany with `retryAfter` seconds) past the hourly limit, Missing
 * ("Category not found", no such user) and Refused where a text or the metadata does not fit.
 */
export async function createTicket({ userId, categoryId, ...rest }: TicketInput) {
  const ticket = fitting(ticketShape, rest)
  const [requester, category] = await Promise.all([
    personById(userId),
    categoryId === undefined ? undefined : categoryById(categoryId),
  ])
  const { refid } = await file(requester, requester, {
    ...ticket,
    channel: 'api',
    ...(category && { category: category.slug }),
  })
  return SupportTicket.find(refid)
}

/**
 * Adds a reply of the user to the ticket or, with `internal`, a note that only agents read. Gives the ticket that holds
 * it: a customer's reply to a closed ticket opens one that follows it. Only agents write notes (Refused).
 */
export async function reply(
  ticket: { readonly refid: string },
  userId: number,
  message: string,
  internal = false,
) {
  const [{ id }, person] = await Promise.all([ticketByRefid(ticket.refid), personById(userId)])
  const { body } = fitting(z.object({ body: prose('Message', bodyLimit) }), { body: message })
  const written = { body, channel: 'api' } as const
  if (isAgent(person)) await (internal ? note : answer)(person, { id }, written)
  else if (internal) throw new Refused('Only agents write notes')
  else return SupportTicket.find((await writeBack(person, { id }, written)).refid)
  return SupportTicket.find(ticket.refid)
}

/** Gives the ticket to an agent. Throws Refused if there is no such active agent. */
export async function assign(ticket: { readonly refid: string }, agentId: number) {
  await assignTicket(system, await ticketByRefid(ticket.refid), { id: agentId })
  return SupportTicket.find(ticket.refid)
}

/** Throws Refused unless the ticket is open, pending or on hold. */
export async function resolve(ticket: { readonly refid: string }) {
  await resolveTicket(system, await ticketByRefid(ticket.refid))
  return SupportTicket.find(ticket.refid)
}

/** Throws Refused if it is closed already. */
export async function close(ticket: { readonly refid: string }) {
  await closeTicket(system, await ticketByRefid(ticket.refid))
  return SupportTicket.find(ticket.refid)
}

/** Throws Missing. */
export const find = (refid: string) => SupportTicket.find(refid)

/** The categories that customers may choose, in their order; with `false` those that they may not. */
export const categories = async (active = true) =>
  (await allCategories()).filter((category) => category.active === active)

const categoryShape = z.object({
  ...categoryFields,
  displayOrder: categoryFields.displayOrder.optional(),
  active: z.boolean().optional(),
})

/** Starts a category: `configCategory().name('Billing').order(1).create()`. */
export const configCategory = () =>
  new CategoryDraft(async (category) => createCategory(system, fitting(categoryShape, category)), {})

/** All tickets of a user, newest first. */
export const getUserTickets = async (userId: number) => each(await ticketsOf(userId))

/** An agent's tickets that are not resolved, the longest wait first. */
export const getAgentTickets = async (agentId: number) => each(await ticketsAssignedTo(agentId))

/** Unresolved tickets that nobody has, oldest first. */
export const getUnassignedTickets = async () => each(await unassignedTickets())

/** Unresolved tickets that missed their promised moment, the longest overdue first. */
export const getSlaBreachedTickets = async () => each(await slaBreachedTickets())

/** The numbers; each is defined where it is computed, in lib/analytics. */
export const analytics = () => ({
  getDashboard: dashboard,
  getSlaMetrics: slaMetrics,
  getDailyTrends: (days = 30) => dailyTrends(days),
  getAgentPerformance: (limit = 10) => agentPerformance(limit),
  getResponseTimeMetrics: responseTimes,
})

/** Asks the limits without using them up; the verbs hold to them by themselves. */
export const rateLimiter = () => ({
  canCreateTicket: async (userId: number) =>
    (await secondsUntilNextTicket(userId, await currentSettings())) === 0,
  /** Seconds; 0: now. */
  getTimeUntilNextTicket: async (userId: number) => secondsUntilNextTicket(userId, await currentSettings()),
  canReply: async (userId: number, ticketId: number) =>
    (await secondsUntilNextReply(userId, ticketId, await currentSettings())) === 0,
})

const each = (tickets: readonly ConstructorParameters<typeof SupportTicket>[0][]) =>
  tickets.map((ticket) => new SupportTicket(ticket))

function fitting<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const read = shape.safeParse(input)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = String(issue?.path[0] ?? '')
  throw new Refused(issue?.message ?? 'The input does not fit', field)
}
