import { Refused } from '@/lib/errors'
import { mayEdit } from './policy'
import type { Ticket } from './ticket'

interface Closable extends Pick<Ticket, 'status'> {
  /** The key of the ticket that has its messages now. */
  readonly mergedIntoId?: number | null
}

export function refuseIfClosed(ticket: Closable) {
  if (ticket.mergedIntoId)
    throw new Refused('This ticket was merged into another. Go on there, or undo the merge first.')
  if (!mayEdit(ticket)) throw new Refused('This ticket is closed. Reopen it to change it.')
}
