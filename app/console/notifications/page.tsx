import type { Metadata } from 'next'
import { NotificationList } from '@/components/console/notifications/notification-list'
import { requireAgent } from '@/lib/auth/session'
import { notificationsOf } from '@/lib/notifications/find'

export const metadata: Metadata = { title: 'Notifications' }

export default async function Notifications() {
  const agent = await requireAgent()
  return (
    <NotificationList
      notifications={await notificationsOf(agent)}
      now={new Date()}
      timeZone={agent.timeZone}
    />
  )
}
