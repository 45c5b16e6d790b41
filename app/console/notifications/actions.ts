'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { read, readUpTo } from '@/lib/notifications/read'

export const readNotification = agentAction(z.object({ notification: z.guid() }), async (agent, input) => {
  await read(agent, input.notification)
  revalidatePath('/console/notifications')
})

export const readAllNotifications = agentAction(z.object({ newest: z.guid() }), async (agent, { newest }) => {
  await readUpTo(agent, newest)
  revalidatePath('/console/notifications')
})
