'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { read } from '@/lib/notifications/read'

export const readNotification = agentAction(z.object({ notification: z.guid() }), async (agent, input) => {
  await read(agent, input.notification)
  revalidatePath('/console/notifications')
})

export const readAllNotifications = agentAction(z.object({}), async (agent) => {
  await read(agent)
  revalidatePath('/console/notifications')
})
