import { z } from 'zod'
import { agentPerformance, dailyTrends, dashboard, responseTimes, slaMetrics } from './analytics/find'
import { categoryFields } from './categories/category'
import { CategoryDraft } from './categories/category-draft'
import { createCategory } from './categories/create'
import { allCategories, categoryById } from './categories/find'
import { Refused } from './errors'
import { key } from './key'
import { answer } from './messages/answer'
import { note } from './messages/note'
import { writeBack } from './messages/write-back'
import { activePerson, activePersonByEmail, personById } from './people/by-id'
import { currentSettings } from './settings/find'
import { SupportTicket } from './support-ticket'
import { line, prose } from './text'
import { assign as assignTicket } from './tickets/assign'
import { close as closeTicket } from './tickets/close'
import { file } from './tickets/file'
import { secondsUntilNextReply, secondsUntilNextTicket } from './tickets/limit'
import {
  slaBreachedTickets,
  ticketById,
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
 * people see: `SUP-` and eight letters or digits. Moments are `Date`. What is thrown are the errors of lib/errors: Missing,
 * Refused (with the `field` where it is one), Conflict, TooMany (with `retryAfter`, in seconds). A number that can be no key
 * (NaN, 1.5) is like a key that nobody has, and so is a text, as other libraries read a `bigint`: `Number(id)` makes it one.
 */

/**
 * Starts a ticket: `make().for(id).subject('…').description('…').high().create()`. `create` is there once these three are said,
 * and files it as `createTicket` does; the steps come in any order, and of two that say the same the last one counts.
 */
export const make = () => new TicketDraft(createTicket, {})

const ticketShape = z.object({
  subject: line('Subject', subjectLimit),
  description: prose('Description', bodyLimit),
  priority: z.enum(priorities, `The priority is one of ${priorities.join(', ')}`).optional(),
  metadata: metadata.optional(),
})

/**
 * Files a ticket for its user and gives it, open; without a priority it has that of the settings. `subject` is one line of at most
 * 200 UTF-16 units, `description` Markdown of at most 50,000, `metadata` plain JSON of at most 16 KiB and five levels.
 *
 * Throws TicketLimit (a TooMany) past the hourly limit of the settings, Missing where there is no such active person ("There is no
 * such person") or no such category ("Category not found"), and Refused where a text, the priority or the metadata does not fit, or
 * customers may not choose the category (`category`).
 */
export async function createTicket({ userId, categoryId, ...rest }: TicketInput) {
  const ticket = fitting(ticketShape, rest)
  const [requester, category] = await Promise.all([
    personById(key(userId)),
    categoryId === undefined ? undefined : categoryById(key(categoryId)),
  ])
  const { refid } = await file(requester, requester, {
    ...ticket,
    channel: 'api',
    ...(category && { category: category.slug }),
  })
  return SupportTicket.find(refid)
}

/**
 * Adds a reply of the user to the ticket or, with `internal`, a note that only agents read. `message` is Markdown of at most 50,000
 * UTF-16 units. Gives the ticket that holds it: a customer's reply reopens what is resolved and may be reopened, opens another ticket
 * that follows where it may not, and goes to where a merged ticket went.
 *
 * Throws Missing where there is no such ticket or active person, or the ticket is another customer's; Refused where the message does
 * not fit (`body`), a customer writes a note, an agent answers a ticket that is closed, or notes on one that was merged; TooMany
 * past a customer's limits: on replies (a minute), on reopening one ticket (an hour), and TicketLimit on what follows. Agents are
 * held to none.
 */
export async function reply(
  ticket: { readonly refid: string },
  userId: number,
  message: string,
  internal = false,
) {
  const [{ id }, person] = await Promise.all([ticketByRefid(ticket.refid), personById(key(userId))])
  const { body } = fitting(z.object({ body: prose('Message', bodyLimit) }), { body: message })
  const written = { body, channel: 'api' } as const
  if (isAgent(person)) await (internal ? note : answer)(person, { id }, written)
  else if (internal) throw new Refused('Only agents write notes')
  else return SupportTicket.find((await writeBack(person, { id }, written)).refid)
  return SupportTicket.find(ticket.refid)
}

/**
 * Gives the ticket to an agent, who is told, and gives the ticket back as it is then. Throws Missing where there is no such ticket,
 * Refused if there is no such active agent (`assignee`) or the ticket is closed, Conflict if somebody else assigns it meanwhile.
 */
export async function assign(ticket: { readonly refid: string }, agentId: number) {
  await assignTicket(system, await ticketByRefid(ticket.refid), { id: key(agentId) })
  return SupportTicket.find(ticket.refid)
}

/**
 * Resolves the ticket and gives it as it is then; it closes by itself after some days (a setting). Throws Missing where there is no
 * such ticket, Refused unless it is open, pending or on hold, Conflict if somebody else changes its status meanwhile.
 */
export async function resolve(ticket: { readonly refid: string }) {
  await resolveTicket(system, await ticketByRefid(ticket.refid))
  return SupportTicket.find(ticket.refid)
}

/**
 * Closes the ticket and gives it as it is then; one that is not resolved is resolved on the way. Throws Missing where there is no
 * such ticket, Refused if it is closed already, Conflict if somebody else changes its status meanwhile.
 */
export async function close(ticket: { readonly refid: string }) {
  await closeTicket(system, await ticketByRefid(ticket.refid))
  return SupportTicket.find(ticket.refid)
}

/** The ticket of that reference, however people type it, as it is now. Throws Missing. */
export const find = (refid: string) => SupportTicket.find(refid)

/**
 * The categories that customers may choose, or with `false` those that they may not:
 * `{ id, name, slug, description, active, displayOrder }`, by `displayOrder`, then by name.
 */
export const categories = async (active = true) =>
  (await allCategories()).filter((category) => category.active === active)

const categoryShape = z.object({
  ...categoryFields,
  displayOrder: categoryFields.displayOrder.optional(),
  active: z.boolean().optional(),
})

/**
 * Starts a category: `configCategory().name('Billing').order(1).create()`. `create` is there once it has a name, and gives it as
 * `categories` does. Left out: the slug is made from the name, there is no description, customers may choose it, the order is 0.
 * Throws Refused where a field does not fit, and at `slug` where another has it or none can be made from the name.
 */
export const configCategory = () =>
  new CategoryDraft(async (category) => createCategory(system, fitting(categoryShape, category)), {})

/**
 * The active person who signs in with this address, `{ id, role, name, email, timeZone }`: `id` is the key that stands for them
 * everywhere here. Throws Missing.
 */
export const personByEmail = (email: string) => activePersonByEmail(email)

/** All tickets of a user, in every status, spam too, newest first; none of somebody who does not exist. */
export const getUserTickets = async (userId: number) => each(await ticketsOf(key(userId)))

/** An agent's tickets that are open, pending or on hold and no spam: the longest wait first, those in which nobody waits last. */
export const getAgentTickets = async (agentId: number) => each(await ticketsAssignedTo(key(agentId)))

/** Tickets that are open, pending or on hold and no spam, and that nobody has, oldest first. */
export const getUnassignedTickets = async () => each(await unassignedTickets())

/**
 * Tickets that are open, pending or on hold and no spam, and whose deadline (`slaDueAt`, that of the running target which is due
 * first) has passed: the longest overdue first.
 */
export const getSlaBreachedTickets = async () => each(await slaBreachedTickets())

const count = (label: string) => z.int(`${label} is a whole number`).min(0, `${label} is at least 0`)
const trendsShape = z.object({
  days: count('Number of days').max(36_500, 'Number of days is at most 36,500'),
})
const performanceShape = z.object({ limit: count('Limit') })

/**
 * The numbers, of all tickets but spam and those that were merged. Their source is lib/analytics/find.ts over the facts of
 * db/views.ts; docs/metrics.md says what each counts. Durations are in hours around the clock, to a hundredth; shares in percent,
 * to a tenth; null where there is nothing to measure.
 */
export const analytics = () => ({
  /** `{ totalOpen, totalResolved, avgFirstResponse, successRate }`: tickets, tickets, mean hours, percent not reopened. */
  getDashboard: dashboard,
  /** `{ breached, atRisk, complianceRate }`: tickets now, tickets now, percent of all targets that were met in time. */
  getSlaMetrics: slaMetrics,
  /**
   * `[{ date, created, resolved }]`: the last `days` days up to today, each of them, oldest first; `date` is `2026-01-31` in the
   * workspace's time zone, the others are tickets filed and resolutions made. None for 0 days. Throws Refused (`days`) for what is
   * no whole number from 0 to 36,500.
   */
  getDailyTrends: async (days = 30) => dailyTrends(fitting(trendsShape, { days }).days),
  /**
   * `[{ agentName, ticketsResolved, avgRating }]`: at most `limit` agents, the most resolved tickets first; ratings are 1 to 5.
   * Throws Refused (`limit`) for what is no whole number from 0 on.
   */
  getAgentPerformance: async (limit = 10) => agentPerformance(fitting(performanceShape, { limit }).limit),
  /** `{ avgFirstResponse, avgResolution }`: mean hours from filing to the first reply and to the last resolution. */
  getResponseTimeMetrics: responseTimes,
})

/** Asks the limits of the settings without using them up; the verbs hold to them by themselves. */
export const rateLimiter = () => ({
  /** Whether they have filed fewer tickets within the last hour than it allows; false for who is no active person. */
  canCreateTicket: async (userId: number) =>
    (await activePerson(key(userId))) !== undefined &&
    (await secondsUntilNextTicket(userId, await currentSettings())) === 0,
  /** Whole seconds; 0: now. Throws Missing for who is no active person. */
  getTimeUntilNextTicket: async (userId: number) =>
    secondsUntilNextTicket((await personById(key(userId))).id, await currentSettings()),
  /**
   * Whether they have written fewer messages within the last minute than it allows: on this ticket, and three times as many on
   * all of theirs. False for who is no active person, for a ticket that does not exist, and for a customer on another's ticket.
   * Agents are counted too, though not held to it.
   */
  canReply: async (userId: number, ticketId: number) => {
    const [person, ticket] = await Promise.all([activePerson(key(userId)), ticketById(key(ticketId))])
    if (!person || !ticket || !(isAgent(person) || ticket.requesterId === person.id)) return false
    return (await secondsUntilNextReply(userId, ticketId, await currentSettings())) === 0
  },
})

const each = (tickets: readonly ConstructorParameters<typeof SupportTicket>[0][]) =>
  tickets.map((ticket) => new SupportTicket(ticket))

function fitting<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const read = shape.safeParse(input)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Refused(issue?.message ?? 'The input does not fit', issue?.path[0]?.toString())
}
