import { Refused } from '@/lib/errors'
import { mayEdit } from './policy'
import type { Ticket } from './ticket'

export function refuseIfClosed(ticket: Pick<Ticket, 'status'>) {
  if (!mayEdit(ticket)) throw new Refused('This ticket is closed. Reopen it to change it.')
}
