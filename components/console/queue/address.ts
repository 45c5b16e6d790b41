import { createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueSorts, slaStates } from '@/lib/tickets/queue-sorts'
import { priorities, statuses } from '@/lib/tickets/ticket'
import type { QueueView } from '@/lib/tickets/views'

export const queuePath = '/console/tickets'
export const newTicketPath = '/console/tickets/new'

/** The queue's address, as the browser writes it. What the server makes of it is decided in lib/tickets/queue-filter. */
export const queueParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(statuses)),
  priority: parseAsArrayOf(parseAsStringLiteral(priorities)),
  category: parseAsArrayOf(parseAsString),
  assignee: parseAsString,
  team: parseAsArrayOf(parseAsString),
  tag: parseAsArrayOf(parseAsString),
  organization: parseAsArrayOf(parseAsString),
  needs: parseAsStringLiteral(['first_reply', 'us'] as const),
  sla: parseAsStringLiteral(slaStates),
  spam: parseAsStringLiteral(['only'] as const),
  q: parseAsString,
  sort: parseAsStringLiteral(queueSorts),
  dir: parseAsStringLiteral(['asc', 'desc'] as const),
  after: parseAsString,
  before: parseAsString,
}

const write = createSerializer(queueParsers)

/** The address of a queue. What is not asked, and the usual order, are left out. */
export function queueHref(filter: Partial<QueueFilter>) {
  const { sort = 'updated', dir = 'desc' } = filter
  const usual = sort === 'updated' && dir === 'desc'
  return write(queuePath, {
    status: listed(filter.status),
    priority: listed(filter.priority),
    category: listed(filter.category),
    assignee: filter.assignee || null,
    team: listed(filter.team),
    tag: listed(filter.tag),
    organization: listed(filter.organization),
    needs: filter.needs ?? null,
    sla: filter.sla ?? null,
    spam: filter.spam ?? null,
    q: filter.q || null,
    sort: usual ? null : sort,
    dir: usual || dir === 'desc' ? null : dir,
    after: filter.after ?? null,
    before: filter.before ?? null,
  })
}

/** What a queue asks for, as a query: the same on all of its pages and in every order. */
export const queueSearch = (filter: QueueFilter) => {
  const { sort: _, dir: __, after: ___, before: ____, ...asked } = filter
  return queueHref(asked).slice(queuePath.length + 1)
}

export const viewHref = ({ asks, order }: QueueView) => queueHref({ ...asks, ...order })

const listed = <Word>(words: readonly Word[] | undefined) => (words?.length ? [...words] : null)
