'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { queuePath } from '@/components/console/queue/address'
import { agentAction } from '@/lib/action'
import type { Done } from '@/lib/form-state'
import { line } from '@/lib/text'
import { ticketFor, ticketTyped } from '@/lib/tickets/find'
import { merge } from '@/lib/tickets/merge'
import { refid, typedRefid } from '@/lib/tickets/refid'
import { split } from '@/lib/tickets/split'
import { subjectLimit } from '@/lib/tickets/ticket'
import { unmerge } from '@/lib/tickets/unmerge'
import { uidShape } from '@/lib/uid'

export const mergeTicket = agentAction(
  z.object({ ref: refid, to: typedRefid }),
  async (agent, { ref, to }) => {
    const into = await merge(agent, await ticketFor(agent, ref), await ticketTyped(agent, to, 'to'))
    revalidatePath('/console', 'layout')
    return done(`${ref} is part of ${into.refid} now`, into)
  },
)

export const unmergeTicket = agentAction(z.object({ ref: refid }), async (agent, { ref }) => {
  await unmerge(agent, await ticketFor(agent, ref))
  revalidatePath('/console', 'layout')
  return `${ref} is as it was`
})

export const splitTicket = agentAction(
  z.object({
    ref: refid,
    message: uidShape(),
    subject: line('Subject', subjectLimit),
    andAfter: z.literal('on').optional(),
  }),
  async (agent, { ref, message, subject, andAfter }) => {
    const ticket = await ticketFor(agent, ref)
    const own = await split(agent, ticket, { message, subject, andAfter: andAfter === 'on' })
    revalidatePath('/console', 'layout')
    return done(`Split off from ${ref}`, own)
  },
)

const done = (message: string, { refid }: { readonly refid: string }): Done => ({
  status: 'done',
  message,
  leadsTo: `${queuePath}/${refid}`,
})
