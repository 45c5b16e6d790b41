'use client'

import { useEffect } from 'react'
import { claimTicket } from '@/app/console/tickets/actions'
import { toast } from '@/components/ui/toast'
import { idle } from '@/lib/form-state'
import { refreshCounts } from '../counts'
import { takeVisited } from '../trail'
import { useShortcuts } from '../use-shortcuts'
import type { QueueLine } from './line'

/** J and K move the real focus from row to row; back from a ticket, its row has it. */
export function useRowKeys(lines: readonly Pick<QueueLine, 'refid'>[]) {
  useEffect(() => {
    const visited = takeVisited()
    const row = rows().find(({ dataset }) => dataset.row === visited)
    if (row && document.activeElement === document.body) row.focus()
  }, [])
  const bindings = {
    nextRow: () => step(1),
    previousRow: () => step(-1),
    openRow: () => focused()?.click(),
    takeRow: () => {
      const refid = focused()?.dataset.row
      if (refid && lines.some((line) => line.refid === refid)) void take(refid)
    },
  }
  useShortcuts(bindings, (id) => (id !== 'openRow' && id !== 'takeRow') || focused() !== undefined)
}

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')]

const focused = () => rows().find((row) => row.matches(':focus'))

function step(by: 1 | -1) {
  const all = rows()
  const at = all.findIndex((row) => row.matches(':focus'))
  const row = at === -1 ? all.at(by === 1 ? 0 : -1) : all[at + by]
  row?.focus()
  row?.closest('tr, li')?.scrollIntoView({ block: 'nearest' })
}

async function take(refid: string) {
  const form = new FormData()
  form.set('ref', refid)
  try {
    const answer = await claimTicket(idle, form)
    const failed = answer.status === 'refused'
    toast(('message' in answer && answer.message) || refid, { failed })
    refreshCounts()
  } catch {
    toast('This could not be sent', { failed: true, description: 'The connection or the server failed.' })
  }
}
