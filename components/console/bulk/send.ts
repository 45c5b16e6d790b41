'use client'

import { changeTickets } from '@/app/console/bulk/actions'
import { newUid } from '@/components/ui/new-uid'
import { isOutdated, outdatedWords } from '@/components/ui/outdated'
import type { BulkWish } from '@/lib/bulk/action'
import { idle } from '@/lib/form-state'
import type { Selection } from './selection'

/** What is to be done, and to which tickets. */
export interface Change {
  /** Sent twice, it is done once. */
  readonly submission: string
  readonly wish: BulkWish
  /** What is done, for whoever is asked. */
  readonly words: string
  readonly selection: Selection
  /** The queue that they are chosen from, as its address asks for it. */
  readonly queue: string
}

export const newChange = (change: Omit<Change, 'submission'>): Change => ({
  ...change,
  submission: newUid(),
})

/** `asked`: so many tickets have to be agreed to first, as `question` says. */
export type Answer =
  | { readonly status: 'begun' }
  | { readonly status: 'asked'; readonly count: number; readonly question: string }
  | { readonly status: 'refused'; readonly message: string }

/** Sends a change; `agreed` is the number of tickets that the agent has agreed to. */
export async function sendChange(change: Change, agreed?: number): Promise<Answer> {
  const { submission, wish, selection, queue } = change
  const form = new FormData()
  form.set('submission', submission)
  form.set('action', JSON.stringify(wish))
  if (selection.matching === undefined) form.set('tickets', [...selection.refids].join())
  else form.set('matching', queue)
  if (agreed !== undefined) form.set('agreed', String(agreed))
  try {
    const answer = await changeTickets(idle, form)
    if (answer.status !== 'refused') return { status: 'begun' }
    if (answer.fields.agreed && answer.instead)
      return { status: 'asked', count: Number(answer.instead), question: answer.message }
    return { status: 'refused', message: answer.message }
  } catch (error) {
    if (isOutdated(error)) return { status: 'refused', message: `${outdatedWords} Reload it.` }
    return {
      status: 'refused',
      message: 'This could not be sent: the connection or the server failed. Try again in a moment.',
    }
  }
}
