import type { Present } from '@/lib/presence/presence'
import { targetWord } from '@/lib/sla/target'
import { tagOrder } from '@/lib/tags/order'
import type { QueueRow } from '@/lib/tickets/queue'
import type { QueueColumn } from '@/lib/tickets/queue-columns'

/** A row of the queue as the browser gets it: moments as text, and no more than is shown. */
export interface QueueLine
  extends Pick<QueueRow, 'refid' | 'subject' | 'status' | 'priority' | 'customer' | 'assignee' | 'category'> {
  readonly preview: string
  /** What the agent has begun to write, in place of the preview. */
  readonly draft?: string
  readonly tags?: readonly string[]
  readonly team?: string
  readonly organization?: string
  readonly createdAt?: string
  readonly waitingSince?: string
  readonly updatedAt: string
  /** The next deadline. */
  readonly due?: {
    readonly target: string
    readonly from?: string
    readonly risk?: string
    readonly at: string
  }
  /** All clocks stand still. */
  readonly paused?: true
  /** Who else has it open. */
  readonly present?: readonly Present[]
  /** This queue does not ask for it any more: it stays where it is until the page is made anew. */
  readonly gone?: true
}

/** With no more than these columns show. */
export const queueLine = (row: QueueRow, shown: readonly QueueColumn[]): QueueLine => ({
  refid: row.refid,
  subject: row.subject,
  preview: plain(row.preview ?? ''),
  status: row.status,
  priority: row.priority,
  customer: row.customer,
  assignee: row.assignee,
  category: row.category,
  updatedAt: row.updatedAt.toISOString(),
  ...(row.draft && { draft: plain(row.draft) }),
  ...(row.tags && { tags: row.tags.split(',').toSorted(tagOrder) }),
  ...(row.team && { team: row.team }),
  ...(row.organization && { organization: row.organization }),
  ...(shown.includes('created') && { createdAt: row.createdAt.toISOString() }),
  ...(shown.includes('waiting') && { waitingSince: row.waitingSince?.toISOString() }),
  ...(row.slaPausedAt && { paused: true }),
  ...(row.slaDueAt &&
    row.slaTarget && {
      due: {
        target: targetWord[row.slaTarget],
        from: row.slaStartedAt?.toISOString(),
        risk: row.slaRiskAt?.toISOString(),
        at: row.slaDueAt.toISOString(),
      },
    }),
})

/** One line of what was written, without the marks of Markdown that would only be noise in it. */
export const plain = (body: string) =>
  body
    .replace(/[*_`>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
