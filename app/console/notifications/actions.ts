'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { read, readUpTo } from '@/lib/notifications/read'
import { uidShape } from '@/lib/uid'

export const readNotification = agentAction(z.object({ notification: uidShape() }), async (agent, input) => {
  await read(agent, input.notification)
  revalidatePath('/console/notifications')
})

export const readAllNotifications = agentAction(
  z.object({ newest: uidShape() }),
  async (agent, { newest }) => {
    await readUpTo(agent, newest)
    revalidatePath('/console/notifications')
  },
)
