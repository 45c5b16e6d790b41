import type { Settings } from '@/lib/settings/settings'
import { isLive, type Priority, type Ticket } from '@/lib/tickets/ticket'

const hour = 60 * 60 * 1000

/** When a ticket filed at `createdAt` is promised to be resolved: the priority's hours, around the clock. */
export const slaDueAt = (createdAt: Date, priority: Priority, settings: Pick<Settings, 'priorities'>) =>
  new Date(createdAt.getTime() + settings.priorities[priority].slaHours * hour)

/** Still unresolved, and the promised moment has passed. */
export const isSlaBreached = (ticket: Pick<Ticket, 'status' | 'slaDueAt'>, now: Date) =>
  isLive(ticket) && ticket.slaDueAt !== null && now > ticket.slaDueAt

/** From when on a ticket is at risk: a fifth of the target or half an hour is left, whichever is more (METRICS: at risk now). */
export const slaRiskAt = ({ createdAt, slaDueAt }: { readonly createdAt: Date; readonly slaDueAt: Date }) =>
  new Date(slaDueAt.getTime() - Math.max((slaDueAt.getTime() - createdAt.getTime()) / 5, hour / 2))
