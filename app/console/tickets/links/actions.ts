'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { linkRoles } from '@/lib/links/link'
import { linkTickets } from '@/lib/links/link-tickets'
import { resolveChildren } from '@/lib/links/resolve-children'
import { unlinkTickets } from '@/lib/links/unlink-tickets'
import { ticketFor, ticketTyped } from '@/lib/tickets/find'
import { refid, typedRefid } from '@/lib/tickets/refid'

export const linkTicket = agentAction(
  z.object({ ref: refid, to: typedRefid, role: z.enum(linkRoles) }),
  async (agent, { ref, to, role }) => {
    const [ticket, other] = [await ticketFor(agent, ref), await ticketTyped(agent, to, 'to')]
    await linkTickets(agent, ticket, role, other)
    revalidatePath('/console', 'layout')
    return `Linked to ${to}`
  },
)

export const unlinkTicket = agentAction(z.object({ ref: refid, to: refid }), async (agent, { ref, to }) => {
  await unlinkTickets(agent, await ticketFor(agent, ref), await ticketFor(agent, to))
  revalidatePath('/console', 'layout')
  return 'Link removed'
})

export const resolveChildTickets = agentAction(z.object({ ref: refid }), async (agent, { ref }) => {
  const count = await resolveChildren(agent, await ticketFor(agent, ref))
  revalidatePath('/console', 'layout')
  return count === 1 ? '1 child is resolved' : `${count} children are resolved`
})
