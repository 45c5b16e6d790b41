import { unreadNotifications } from '@/lib/notifications/find'
import { agentRoute } from '@/lib/route'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { viewCounts } from '@/lib/views/counts'

/** How many tickets wait in each view, and what the agent has not read. Apart from the pages, which do not wait for it. */
export const GET = agentRoute(async (agent) => {
  const now = new Date()
  const [views, saved, notifications] = await Promise.all([
    queueCounts(agent, now),
    viewCounts(agent, now),
    unreadNotifications(agent),
  ])
  return { ...views, saved, notifications }
})
