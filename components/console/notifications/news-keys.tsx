'use client'

import { useRowWalk } from '../queue/use-row-keys'
import type { TicketNews } from './by-ticket'

/** J, K and O work on the news as on the tickets of a queue. */
export function NewsKeys({ tickets }: { readonly tickets: readonly Pick<TicketNews, 'refid'>[] }) {
  useRowWalk(tickets)
  return null
}
