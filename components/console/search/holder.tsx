'use client'

import type { FoundTicket } from '@/lib/search/results'
import { shownOf } from '../queue/pending'
import { usePending } from '../queue/show-at-once'

/** Who has the ticket. */
export function Holder({ refid, ...found }: Pick<FoundTicket, 'refid' | 'assignee'>) {
  const { assignee } = { ...found, ...shownOf(usePending(), refid) }
  if (!assignee) return null
  return (
    <>
      {' · with '}
      <bdi>{assignee}</bdi>
    </>
  )
}
