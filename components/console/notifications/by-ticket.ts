import type { Notification } from '@/lib/notifications/find'

export interface TicketNews {
  readonly refid: string
  readonly subject: string
  /** Newest first. */
  readonly news: readonly [Notification, ...Notification[]]
}

/** What was told, a ticket at a time; the one with the newest news first. */
export function byTicket(notifications: readonly Notification[]): readonly TicketNews[] {
  const tickets = new Map<string, [Notification, ...Notification[]]>()
  for (const one of notifications) {
    const news = tickets.get(one.refid)
    if (news) news.push(one)
    else tickets.set(one.refid, [one])
  }
  return [...tickets].map(([refid, news]) => ({ refid, subject: news[0].subject, news }))
}
