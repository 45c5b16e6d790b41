'use client'

import { useEffect, useRef } from 'react'
import { notFetched } from '../not-fetched'
import { takeVisited } from '../trail'
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
      if (refid && lines.some((line) => line.refid === refid))
        void import('./take-row').then(({ takeRow }) => takeRow(refid), notFetched)
    },
  }
  useShortcuts(bindings, (id) => (id !== 'openRow' && id !== 'takeRow') || focusedRow() !== undefined)
}
