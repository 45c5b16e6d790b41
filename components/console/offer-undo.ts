'use client'

import type { FormAction } from '@/components/ui/form'
import { toast, withdraw } from '@/components/ui/toast'
import { refreshCounts } from './counts'
import { perform } from './perform'
import { about, forgetUndoable, keepUndoable, undoable } from './undo'

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
      if (!undoable()) keepUndoable(undo)
    })
    if (answer && 'message' in answer && answer.message) toast(answer.message, { about })
    refreshCounts()
  }
  keepUndoable(undo)
  toast(message, { about, action: { label: 'Undo', onPress: undo } })
}
