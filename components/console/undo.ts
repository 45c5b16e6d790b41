'use client'

import type { FormAction } from '@/components/ui/form'
import { toast, withdraw } from '@/components/ui/toast'
import { refreshCounts } from './counts'
import { perform } from './perform'

type Undo = () => void

/** Of what can be taken back, and what was, one toast tells: the one before could take back no more. */
export const about = 'undo'

let last: Undo | null = null

/** What Z takes back: what was changed last in this window; null: nothing. */
export const undoable = () => last

export function keepUndoable(undo: Undo) {
  last = undo
}

/** It is being taken back: not a second time. */
export function forgetUndoable(undo: Undo) {
  if (last === undo) last = null
}

/** What takes a change back: an action and its fields. */
export interface Inverse {
  readonly action: FormAction
  readonly fields: Readonly<Record<string, string>>
}

/** Says what was done, and takes it back by a press or by Z. */
export function offerUndo(message: string, { action, fields }: Inverse) {
  const undo = async () => {
    forgetUndoable(undo)
    withdraw(about)
    const answer = await perform(action, fields, () => {
      last ??= undo
    })
    if (answer && 'message' in answer && answer.message) toast(answer.message, { about })
    refreshCounts()
  }
  keepUndoable(undo)
  toast(message, { about, action: { label: 'Undo', onPress: undo } })
}
