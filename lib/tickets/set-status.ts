import type { Agent } from '@/lib/viewer'
import { close } from './close'
import { move } from './move'
import { reopen } from './reopen'
import { resolve } from './resolve'
import { isLive, type Status, type Ticket } from './ticket'

/** The verb that leads to a status, for those who pick it from a list. Throws what that verb throws. */
export function setStatus(agent: Agent, ticket: Pick<Ticket, 'id' | 'status'>, to: Status) {
  if (to === 'resolved') return resolve(agent, ticket)
  if (to === 'closed') return close(agent, ticket)
  if (to === 'open' && !isLive(ticket)) return reopen(agent, ticket)
  return move(agent, ticket, to)
}
