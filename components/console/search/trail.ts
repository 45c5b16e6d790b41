import type { Marked } from '@/lib/search/marks'
import type { FoundTicket } from '@/lib/search/results'
import type { SearchResults } from '@/lib/search/search'
import type { QueueLine } from '../queue/line'
import type { Trail } from '../trail'
import { type Asked, searchAddress } from './address'

/** A page of results as the list that its tickets are gone through. */
export const resultsTrail = (
  asked: Asked,
  { tickets, total }: Pick<SearchResults, 'tickets' | 'total'>,
  perPage: number,
): Trail => ({
  href: searchAddress(asked),
  title: `Search: ${asked.q}`,
  lines: tickets.map(resultLine),
  next: asked.page * perPage < total ? searchAddress({ ...asked, page: asked.page + 1 }) : null,
  previous: asked.page > 1 ? searchAddress({ ...asked, page: asked.page - 1 }) : null,
})

const resultLine = ({
  refid,
  subject,
  status,
  priority,
  customer,
  assignee,
  updatedAt,
}: FoundTicket): QueueLine => ({
  refid,
  subject: unmarked(subject),
  status,
  priority,
  customer: unmarked(customer),
  assignee,
  category: null,
  preview: '',
  updatedAt: updatedAt.toISOString(),
})

const unmarked = (pieces: Marked) => pieces.map(({ text }) => text).join('')
