import { slaRiskAt } from '@/lib/sla/sla'
import type { QueueRow } from '@/lib/tickets/queue'
import { isLive } from '@/lib/tickets/ticket'

/** A row of the queue as the browser gets it: moments as text, and no more than is shown. */
export interface QueueLine
  extends Pick<QueueRow, 'refid' | 'subject' | 'status' | 'priority' | 'customer' | 'assignee' | 'category'> {
  readonly preview: string
  readonly updatedAt: string
  /** While it runs. */
  readonly due?: { readonly from: string; readonly risk: string; readonly at: string }
}

export const queueLine = (row: QueueRow): QueueLine => ({
  refid: row.refid,
  subject: row.subject,
  preview: plain(row.preview ?? ''),
  status: row.status,
  priority: row.priority,
  customer: row.customer,
  assignee: row.assignee,
  category: row.category,
  updatedAt: row.updatedAt.toISOString(),
  ...(isLive(row) &&
    row.slaDueAt && {
      due: {
        from: row.createdAt.toISOString(),
        risk: slaRiskAt({ createdAt: row.createdAt, slaDueAt: row.slaDueAt }).toISOString(),
        at: row.slaDueAt.toISOString(),
      },
    }),
})

/** One line of what was written, without the marks of Markdown that would only be noise in it. */
const plain = (body: string) =>
  body
    .replace(/[*_`>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
