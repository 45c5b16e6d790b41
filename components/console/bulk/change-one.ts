'use client'

import { toast } from '@/components/ui/toast'
import { actionWords, type BulkWish } from '@/lib/bulk/action'
import type { Status } from '@/lib/tickets/ticket'
import { newChange, sendChange } from './send'
import { expectEnd } from './watch'

/** Does to one ticket of a list what is done to those that are selected. */
export async function changeOne(refid: string, wish: BulkWish, words: string) {
  const change = newChange({ wish, words, selection: { refids: new Set([refid]) }, queue: '' })
  const answer = await sendChange(change)
  if (answer.status === 'refused') toast(answer.message, { failed: true })
  else expectEnd(change.submission)
}

const moving = new Set<string>()

/** Changes the status of one; a second press while that is on its way is the same press. */
export async function moveOne(refid: string, to: Status) {
  if (moving.has(refid)) return
  moving.add(refid)
  const wish = { kind: 'status', to } as const
  await changeOne(refid, wish, actionWords(wish)).finally(() => moving.delete(refid))
}
