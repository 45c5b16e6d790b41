'use client'

import { changeTicket } from '@/app/console/bulk/actions'
import { newUid } from '@/components/ui/new-uid'
import { actionWords, type BulkWish } from '@/lib/bulk/action'
import type { Status } from '@/lib/tickets/ticket'
import { perform } from '../perform'
import { whenMade } from '../when-made'
import { expectEnd, undo } from './watch'

/** Does to one ticket of a list what is done to those that are selected. False: it was not done, and that was said. */
export function changeRow(ref: string, wish: BulkWish, words: string) {
  const submission = newUid()
  // It may have arrived, with the answer lost on its way back.
  const unsent = () => expectEnd(submission)
  const making = perform(changeTicket, { submission, action: JSON.stringify(wish), ref }, unsent)
  return whenMade(making, {
    undo: () => void undo(submission),
    description: words,
    already: '1 ticket had it already',
  })
}

export function moveRow(refid: string, to: Status) {
  const wish = { kind: 'status', to } as const
  return changeRow(refid, wish, actionWords(wish))
}
