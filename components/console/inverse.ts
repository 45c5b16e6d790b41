'use client'

import { undoTicketChange } from '@/app/console/tickets/actions'
import type { FormAction } from '@/components/ui/form'
import { toast, withdraw } from '@/components/ui/toast'
import { refreshCounts } from './counts'
import { perform } from './perform'
import { about, forgetUndoable, keepUndoable, type Undo, undoable } from './undo'

/** What takes a change back: an action and its fields. */
export interface Inverse {
  readonly action: FormAction
  readonly fields: Readonly<Record<string, string>>
}

/** Puts fields of a ticket back to how they were, by public names or `none`. */
export const asItWas = (refid: string, was: Readonly<Record<string, string>>): Inverse => ({
  action: undoTicketChange,
  fields: { ref: refid, ...was },
})

/** Takes a change back and says so; what did not arrive can be tried again. */
export function takesBack({ action, fields }: Inverse): Undo {
  const undo = async () => {
    forgetUndoable(undo)
    withdraw(about)
    const answer = await perform(action, fields, () => {
      if (!undoable()) keepUndoable(undo)
    })
    if (answer && 'message' in answer && answer.message) toast(answer.message, { about })
    refreshCounts()
  }
  return undo
}
