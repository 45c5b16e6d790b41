import { Missing } from '@/lib/errors'
import { agentRoute } from '@/lib/route'
import { type AddressedTicket, refidOf } from '@/lib/tickets/refid'
import { lastEvent } from '@/lib/tickets/timeline'

/** `{seen}`: the last event of the ticket, for a page that has missed news and wants to know whether of this one. */
export const GET = agentRoute(async (agent, _, ticket: AddressedTicket) => {
  const seen = await lastEvent(agent, refidOf(ticket))
  if (!seen) throw new Missing()
  return { seen }
})
