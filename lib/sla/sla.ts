import type { Settings } from '@/lib/settings/settings'
import { isLive, type Priority, type Ticket } from '@/lib/tickets/ticket'

const hour = 60 * 60 * 1000

/** When a ticket filed at `createdAt` is promised to be resolved: the priority's hours, around the clock. */
export const slaDueAt = (createdAt: Date, priority: Priority, settings: Pick<Settings, 'priorities'>) =>
  new Date(createdAt.getTime() + settings.priorities[priority].slaHours * hour)

/** Still unresolved, and the promised moment has passed. */
export const isSlaBreached = (ticket: Pick<Ticket, 'status' | 'slaDueAt'>, now: Date) =>
  isLive(ticket) && ticket.slaDueAt !== null && now > ticket.slaDueAt

/** Less is left than a fifth of the target or half an hour, whichever is more (METRICS: at risk now). */
export const isSlaAtRisk = (ticket: Pick<Ticket, 'status' | 'slaDueAt' | 'createdAt'>, now: Date) => {
  if (!isLive(ticket) || ticket.slaDueAt === null) return false
  const left = ticket.slaDueAt.getTime() - now.getTime()
  const target = ticket.slaDueAt.getTime() - ticket.createdAt.getTime()
  return left >= 0 && left <= Math.max(target / 5, hour / 2)
}
