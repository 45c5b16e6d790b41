import { isLive, type Ticket } from '@/lib/tickets/ticket'

const hour = 60 * 60 * 1000

/** Unresolved, and a running target is past its deadline. */
export const isSlaBreached = (ticket: Pick<Ticket, 'status' | 'slaDueAt'>, now: Date) =>
  isLive(ticket) && ticket.slaDueAt !== null && now > ticket.slaDueAt

/** From when on a ticket is at risk: a fifth of the target or half an hour is left, whichever is more (METRICS: at risk now). */
export const slaRiskAt = ({ createdAt, slaDueAt }: { readonly createdAt: Date; readonly slaDueAt: Date }) =>
  new Date(slaDueAt.getTime() - Math.max((slaDueAt.getTime() - createdAt.getTime()) / 5, hour / 2))
