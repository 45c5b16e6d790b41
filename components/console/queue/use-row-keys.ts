'use client'

import { useEffect, useRef } from 'react'
import { focusIsFree } from '@/components/ui/focus'
import { fetchAhead, fetchChanges } from '../bulk/fetch-changes'
import { takeVisited } from '../trail'
import { useShortcuts } from '../use-shortcuts'
import type { QueueLine } from './line'
import { focusedRow, focusRow, keepPlace, rowBeside, rowOf } from './rows'
import { showAtOnce } from './show-at-once'

/** J and K move the real focus from row to row; back from a ticket, its row has it. I gives it to `me`. */
export function useRowKeys(
  lines: readonly Pick<QueueLine, 'refid' | 'assignee'>[],
  me: string,
  onEdge?: (by: 1 | -1) => void,
) {
  useEffect(() => {
    const row = rowOf(takeVisited())
    if (row && focusIsFree()) focusRow(row)
  }, [])
  const before = useRef(lines)
  useEffect(() => {
    keepPlace(before.current.map(({ refid }) => refid))
    before.current = lines
  }, [lines])
  const walk = (by: 1 | -1) => {
    fetchAhead()
    const row = rowBeside(by)
    if (row) focusRow(row)
    else onEdge?.(by)
  }
  const bindings = {
    nextRow: () => walk(1),
    previousRow: () => walk(-1),
    openRow: () => focusedRow()?.click(),
    takeRow: () => {
      const line = lines.find(({ refid }) => refid === focusedRow()?.dataset.row)
      if (!line) return
      const { refid, assignee } = line
      const held = assignee !== null && assignee !== me
      void showAtOnce(refid, { assignee: me }, async () => {
        const { changeRow, takeRow } = await fetchChanges()
        return held ? changeRow(refid, { kind: 'assign', to: 'me' }, 'Assign to me') : takeRow(refid)
      })
    },
  }
  useShortcuts(bindings, (id) => (id !== 'openRow' && id !== 'takeRow') || focusedRow() !== undefined)
}
