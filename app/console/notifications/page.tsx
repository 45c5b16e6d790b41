import type { Metadata } from 'next'
import { NotificationList } from '@/components/console/notifications/notification-list'
import { requireAgent } from '@/lib/auth/session'
import { notificationsOf, unreadNotifications } from '@/lib/notifications/find'

export const metadata: Metadata = { title: 'Notifications' }

export default async function Notifications() {
  const agent = await requireAgent()
  const [notifications, unread] = await Promise.all([notificationsOf(agent), unreadNotifications(agent)])
  return (
    <NotificationList
      notifications={notifications}
      unread={unread > 0}
      now={new Date()}
      timeZone={agent.timeZone}
    />
  )
}
