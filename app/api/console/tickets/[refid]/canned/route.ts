import { cannedOn } from '@/lib/canned/find'
import { agentRoute } from '@/lib/route'
import { type AddressedTicket, refidOf } from '@/lib/tickets/refid'

/** The canned replies to choose from on a ticket, asked for when the first `/` is typed. */
export const GET = agentRoute(async (agent, _, ticket: AddressedTicket) => cannedOn(agent, refidOf(ticket)))
