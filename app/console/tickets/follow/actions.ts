'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { follow, unfollow } from '@/lib/followers/follow'
import { ticketFor } from '@/lib/tickets/find'
import { refid } from '@/lib/tickets/refid'

export const followTicket = agentAction(
  z.object({ ref: refid, to: z.enum(['follow', 'unfollow']) }),
  async (agent, { ref, to }) => {
    const ticket = await ticketFor(agent, ref)
    await (to === 'follow' ? follow : unfollow)(agent, ticket)
    revalidatePath('/console', 'layout')
    return to === 'follow' ? `You follow ${ref}` : `You no longer follow ${ref}`
  },
)
