'use client'

import { useEffect } from 'react'
import type { FoundTicket } from '@/lib/search/results'
import { listArrived } from '../queue/show-at-once'
import { useRowKeys } from '../queue/use-row-keys'
import { leaveTrail } from '../trail'

interface ResultKeysProps {
  readonly href: string
  readonly tickets: readonly Pick<FoundTicket, 'refid' | 'assignee'>[]
  /** The name of whoever looks. */
  readonly me: string
}

/** J, K, O and I work on the results as in the queue, and going back from a ticket leads here. */
export function ResultKeys({ href, tickets, me }: ResultKeysProps) {
  useRowKeys(tickets, me)
  useEffect(() => {
    listArrived()
    leaveTrail({ href, refids: tickets.map(({ refid }) => refid) })
  }, [href, tickets])
  return null
}
