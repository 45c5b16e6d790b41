import { z } from 'zod'
import { Refused } from '@/lib/errors'
import { jsonBody } from '@/lib/json-body'
import { beat, leave } from '@/lib/presence/beat'
import { agentRoute } from '@/lib/route'
import { type AddressedTicket, refidOf } from '@/lib/tickets/refid'

const here = z.object({ replying: z.boolean().optional() })

/** The agent has the ticket open, for another half minute: `{present}`, who else has. */
export const PUT = agentRoute(async (agent, request, ticket: AddressedTicket) => {
  const refid = refidOf(ticket)
  const read = here.safeParse(await jsonBody(request, 1_000, 'This is too long'))
  if (!read.success) throw new Refused('This does not say who is here')
  return { present: await beat(agent, refid, read.data.replying) }
})

/** They have not, any more. */
export const DELETE = agentRoute(async (agent, _, ticket: AddressedTicket) => {
  await leave(agent, refidOf(ticket))
  return new Response(null, { status: 204 })
})
