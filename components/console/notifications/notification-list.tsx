import Bell from 'lucide-react/icons/bell'
import { readAllNotifications } from '@/app/console/notifications/actions'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Notification } from '@/lib/notifications/find'
import { byTicket } from './by-ticket'
import { NewsKeys } from './news-keys'
import { NotificationRow } from './notification-row'
import { ReadAll } from './read-all'

interface NotificationListProps {
  readonly notifications: readonly Notification[]
  /** Whether anything is, in sight or further back. */
  readonly unread: boolean
  readonly now: Date
  readonly timeZone: string
}

/** What somebody of the staff has been told, newest first. */
export function NotificationList({ notifications, unread, now, timeZone }: NotificationListProps) {
  const [newest] = notifications
  const tickets = byTicket(notifications)
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <NewsKeys tickets={tickets.map(({ refid }) => ({ refid }))} />
      <div className="mx-auto flex w-full max-w-measure flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader
          title="Notifications"
          description="What happened on tickets that you follow or were given, where you are called, and what escalations tell."
          actions={newest && <ReadAll action={readAllNotifications} newest={newest.uid} unread={unread} />}
        />
        {notifications.length === 0 ? (
          <EmptyState title="Nothing has been told yet" icon={<Bell />}>
            When a colleague calls you in a note, you are given a ticket, or something happens on one that you
            follow, it stands here.
          </EmptyState>
        ) : (
          <ul className="flex flex-col border-t">
            {tickets.map((ticket) => (
              <NotificationRow
                key={ticket.refid}
                ticket={ticket}
                now={now.toISOString()}
                timeZone={timeZone}
              />
            ))}
          </ul>
        )}
      </div>
    </Clock>
  )
}
