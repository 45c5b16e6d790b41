'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { changeOne } from '@/lib/bulk/change-one'
import { bulkForm, oneForm } from '@/lib/bulk/form'
import { standsWords } from '@/lib/bulk/run'
import { startBulk } from '@/lib/bulk/start'
import { undoBulk } from '@/lib/bulk/undo'
import { uidShape } from '@/lib/uid'
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

/** Says what was changed; nothing: it was so already. */
export const changeTicket = agentAction(oneForm, async (agent, { submission, action, ref }) => {
  try {
    const run = await changeOne(agent, { submission, wish: action, refid: ref })
    return run.counts.unchanged > 0 ? undefined : standsWords(run)
  } finally {
    // What is refused was not as the list showed it.
    revalidatePath('/console', 'layout')
  }
})

export const takeBackChange = agentAction(z.object({ run: uidShape() }), async (agent, { run }) => {
  await undoBulk(agent, run)
  revalidatePath('/console', 'layout')
})
