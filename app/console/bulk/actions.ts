'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { bulkForm } from '@/lib/bulk/form'
import { startBulk } from '@/lib/bulk/start'
import { undoBulk } from '@/lib/bulk/undo'
import { askedQueue } from '@/lib/views/asked'

export const changeTickets = agentAction(
  bulkForm,
  async (agent, { submission, action, tickets = [], matching, agreed }) => {
    await startBulk(agent, {
      submission,
      wish: action,
      which: matching ? (await askedQueue(agent, matching)).filter : tickets,
      ...(agreed !== undefined && { agreed }),
    })
    revalidatePath('/console', 'layout')
  },
)

export const takeBackChange = agentAction(z.object({ run: z.uuid() }), async (agent, { run }) => {
  await undoBulk(agent, run)
  revalidatePath('/console', 'layout')
})
