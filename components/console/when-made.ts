'use client'

import { toast } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'
import { refreshCounts } from './counts'
import { about, expectUndoable, forgetUndoable, settleUndoable, type Undo } from './undo'

interface Made {
  /** Undefined: nothing takes it back, nor what was before it. */
  readonly undo: Undo | undefined
  readonly description?: string
  /** Said where it was so already. */
  readonly already?: string
}

/**
 * Says what became of a change that is under way. From now on it is what Z takes back, as soon as it is made; nothing older is
 * taken back in its stead. False: it was refused or did not arrive, as whoever sent it has said.
 */
export async function whenMade(
  making: Promise<FormState | undefined>,
  { undo, description, already }: Made,
): Promise<boolean> {
  const takeBack = async () => {
    // It may yet be refused, and then stands before nothing that is older.
    if (!undo) return
    forgetUndoable(takeBack)
    if (changedWords(await making)) undo()
  }
  expectUndoable(takeBack)
  const answer = await making
  const changed = changedWords(answer)
  settleUndoable(takeBack, changed !== undefined)
  if (!undo) forgetUndoable(takeBack)
  if (answer?.status !== 'done') return false
  const words = changed ?? already
  if (words)
    toast(words, {
      ...(description && { description }),
      ...(changed && undo && { about, action: { label: 'Undo', onPress: takeBack } }),
    })
  refreshCounts()
  return true
}

const changedWords = (answer: FormState | undefined) =>
  answer?.status === 'done' ? answer.message : undefined
