'use client'

import { useEffect } from 'react'
import { listArrived } from '../queue/show-at-once'
import { useRowKeys } from '../queue/use-row-keys'
import { leaveTrail, type Trail } from '../trail'

interface ResultKeysProps {
  readonly trail: Trail
  /** The name of whoever looks. */
  readonly me: string
}

/** J, K, O and I work on the results as in the queue, and going back from a ticket leads here. */
export function ResultKeys({ trail, me }: ResultKeysProps) {
  useRowKeys(trail.lines, me)
  useEffect(() => {
    listArrived()
    leaveTrail(trail)
  }, [trail])
  return null
}
