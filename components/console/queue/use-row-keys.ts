'use client'

import { useEffect, useRef } from 'react'
import { focusIsFree } from '@/components/ui/focus'
import { fetchAhead, fetchChanges } from '../bulk/fetch-changes'
import { takeVisited } from '../trail'
import { useShortcuts } from '../use-shortcuts'
import type { QueueLine } from './line'
import { focusedRow, focusRow, keepPlace, rowBeside, rowOf } from './rows'
import { showAtOnce } from './show-at-once'

type Line = Pick<QueueLine, 'refid' | 'assignee'>

/** As `useRowWalk`, over tickets that can be changed here: I gives one to `me`. */
export function useRowKeys(lines: readonly Line[], me: string, onEdge?: (by: 1 | -1) => void) {
  useRowWalk(lines, { onWalk: fetchAhead, onEdge })
  const bindings = {
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
  useShortcuts(bindings, () => focusedRow() !== undefined)
}

interface Walking {
  readonly onWalk?: () => void
  readonly onEdge?: ((by: 1 | -1) => void) | undefined
}

/** J and K move the real focus from row to row; back from a ticket, its row has it. */
export function useRowWalk(lines: readonly Pick<Line, 'refid'>[], { onWalk, onEdge }: Walking = {}) {
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
    onWalk?.()
    const row = rowBeside(by)
    if (row) focusRow(row)
    else onEdge?.(by)
  }
  const bindings = {
    nextRow: () => walk(1),
    previousRow: () => walk(-1),
    openRow: () => focusedRow()?.click(),
  }
  useShortcuts(bindings, (id) => id !== 'openRow' || focusedRow() !== undefined)
}
