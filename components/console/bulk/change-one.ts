'use client'

import { toast } from '@/components/ui/toast'
import { actionWords } from '@/lib/bulk/action'
import type { Status } from '@/lib/tickets/ticket'
import { newChange, sendChange } from './send'
import { expectEnd } from './watch'

/** Does to one ticket of a list what is done to those that are selected. */
export async function moveOne(refid: string, to: Status) {
  const wish = { kind: 'status', to } as const
  const selection = { refids: new Set([refid]) }
  const change = newChange({ wish, words: actionWords(wish), selection, queue: '' })
  const answer = await sendChange(change)
  if (answer.status === 'refused') toast(answer.message, { failed: true })
  else expectEnd(change.submission)
}
