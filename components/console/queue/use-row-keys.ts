'use client'

import { useEffect, useRef } from 'react'
import { claimTicket, undoTicketChange } from '@/app/console/tickets/actions'
import { toast } from '@/components/ui/toast'
import { refreshCounts } from '../counts'
import { perform } from '../perform'
import { takeVisited } from '../trail'
import { offerUndo } from '../undo'
import { useShortcuts } from '../use-shortcuts'
import type { QueueLine } from './line'
import { focusedRow, focusRow, keepPlace, rowBeside, rowOf } from './rows'

/** J and K move the real focus from row to row; back from a ticket, its row has it. */
export function useRowKeys(lines: readonly Pick<QueueLine, 'refid'>[]) {
  useEffect(() => {
    const row = rowOf(takeVisited())
    if (row && document.activeElement === document.body) focusRow(row)
  }, [])
  const before = useRef(lines)
  useEffect(() => {
    keepPlace(before.current.map(({ refid }) => refid))
    before.current = lines
  }, [lines])
  const bindings = {
    nextRow: () => focusRow(rowBeside(1)),
    previousRow: () => focusRow(rowBeside(-1)),
    openRow: () => focusedRow()?.click(),
    takeRow: () => {
      const refid = focusedRow()?.dataset.row
      if (refid && lines.some((line) => line.refid === refid)) void take(refid)
    },
  }
  useShortcuts(bindings, (id) => (id !== 'openRow' && id !== 'takeRow') || focusedRow() !== undefined)
}

async function take(refid: string) {
  const answer = await perform(claimTicket, { ref: refid })
  if (!answer) return
  const message = 'message' in answer ? answer.message : undefined
  if (message) offerUndo(message, { action: undoTicketChange, fields: { ref: refid, assignee: 'none' } })
  else toast(`${refid} is yours already`)
  refreshCounts()
}
