'use client'

import { useEffect } from 'react'
import { useRowKeys } from '../queue/use-row-keys'
import { leaveTrail } from '../trail'

interface ResultKeysProps {
  readonly href: string
  readonly refids: readonly string[]
}

/** J, K, O and I work on the results as in the queue, and going back from a ticket leads here. */
export function ResultKeys({ href, refids }: ResultKeysProps) {
  useRowKeys(refids.map((refid) => ({ refid })))
  useEffect(() => leaveTrail({ href, refids }), [href, refids])
  return null
}
