'use client'

import { readNotification } from '@/app/console/notifications/actions'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { idle } from '@/lib/form-state'
import type { Notification } from '@/lib/notifications/find'
import { clockTime, millis } from '@/lib/time-words'
import { refreshCounts } from '../counts'
import { queuePath } from '../queue/address'
import { eventWords } from '../ticket/event-words'

interface NotificationRowProps {
  readonly notification: Notification
  /** The server's moment, ISO 8601. */
  readonly now: string
  readonly timeZone: string
}

/** Leads to the ticket; whoever follows it has read it. */
export function NotificationRow({ notification, now, timeZone }: NotificationRowProps) {
  const { uid, read, kind, change, at, dueAt, refid, subject } = notification
  const follow = () => {
    if (!read) void markRead(uid)
  }
  return (
    <li className="relative flex gap-3 border-b py-2.5 ps-4 hover:bg-hover">
      {!read && (
        <span className="absolute start-0 top-4 size-2 rounded-full bg-accent">
          <span className="sr-only">Unread: </span>
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className={read ? 'truncate' : 'truncate font-medium'}>
          <Link
            href={`${queuePath}/${refid}`}
            onClick={follow}
            // The middle button opens it beside.
            onAuxClick={({ button }) => button === 1 && follow()}
            className="outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-ring focus-visible:before:-outline-offset-2"
          >
            {subject}
          </Link>
        </p>
        <p className="wrap-anywhere text-fg-muted text-meta">
          <span className="font-mono">{refid}</span> · {eventWords({ author: null, kind, change }, timeZone)}
          {dueAt && ` · ${deadlineWords(dueAt, now, timeZone)}`}
        </p>
      </div>
      <Time at={at} className="relative shrink-0 whitespace-nowrap text-fg-muted text-meta" />
    </li>
  )
}

const deadlineWords = (dueAt: Date, now: string, timeZone: string) =>
  `${millis(dueAt) <= millis(now) ? 'was due' : 'is due'} ${clockTime(dueAt, now, timeZone)}`

async function markRead(uid: string) {
  const form = new FormData()
  form.set('notification', uid)
  // The link is followed all the same.
  await readNotification(idle, form).catch(() => {})
  refreshCounts()
}
