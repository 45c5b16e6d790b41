'use client'

import { readNotification } from '@/app/console/notifications/actions'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { idle } from '@/lib/form-state'
import { refreshCounts } from '../counts'
import { queuePath } from '../queue/address'
import type { TicketNews } from './by-ticket'
import { deadlineWords, newsWords } from './news-words'

interface NotificationRowProps {
  readonly ticket: TicketNews
  /** The server's moment, ISO 8601. */
  readonly now: string
  readonly timeZone: string
}

/** More of one ticket is read on the ticket. */
const shown = 3

/** A ticket with its news, the newest first. Leads to the ticket; whoever follows it has read them. */
export function NotificationRow({ ticket, now, timeZone }: NotificationRowProps) {
  const { refid, subject, news } = ticket
  const [newest] = news
  const read = news.every((one) => one.read)
  const follow = () => {
    if (!read) void markRead(newest.uid)
  }
  return (
    <li className="relative flex gap-3 border-b py-2.5 ps-4 hover:bg-hover">
      {!read && (
        <span className="absolute start-0 top-4 size-2 rounded-full bg-accent forced-colors:bg-[Highlight]">
          <span className="sr-only">Unread: </span>
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className={read ? 'truncate' : 'truncate font-medium'}>
          <Link
            href={`${queuePath}/${refid}`}
            data-row={refid}
            onClick={follow}
            // The middle button opens it beside.
            onAuxClick={({ button }) => button === 1 && follow()}
            className="outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-ring focus-visible:before:-outline-offset-2"
          >
            {subject}
          </Link>
        </p>
        <p className="font-mono text-fg-muted text-meta">{refid}</p>
        {news.slice(0, shown).map((one) => (
          <div key={one.uid} className="flex gap-3 text-fg-muted text-meta">
            <div className="wrap-anywhere min-w-0 flex-1">
              {[newsWords(one, timeZone), deadlineWords(one, now, timeZone)].filter(Boolean).join(' · ')}
              {one.said && (
                <p dir="auto" className="line-clamp-1 text-fg">
                  {one.said}
                </p>
              )}
            </div>
            <Time at={one.at} className="relative shrink-0 whitespace-nowrap" />
          </div>
        ))}
        {news.length > shown && (
          <p className="text-fg-muted text-meta">{`and ${news.length - shown} more`}</p>
        )}
      </div>
    </li>
  )
}

async function markRead(uid: string) {
  const form = new FormData()
  form.set('notification', uid)
  // The link is followed all the same.
  await readNotification(idle, form).catch(() => {})
  refreshCounts()
}
