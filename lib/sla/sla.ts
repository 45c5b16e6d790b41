import { isLive, type Ticket } from '@/lib/tickets/ticket'

/** Unresolved, and a running target is past its deadline. */
export const isSlaBreached = (ticket: Pick<Ticket, 'status' | 'slaDueAt'>, now: Date) =>
  isLive(ticket) && ticket.slaDueAt !== null && now > ticket.slaDueAt
