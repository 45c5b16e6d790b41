import { liveStatuses } from '@/lib/tickets/ticket'

/** For so long, in hours, whoever changed tickets can take it back. */
export const undoHours = 24

/** A resolution has its moment: a ticket that is opened again, or closed after it, is not put back to how it was. */
export const statusesPutBack = liveStatuses
