'use client'

import { toast } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'
import { refreshCounts } from './counts'
import { about, expectUndoable, forgetUndoable, settleUndoable, type Undo } from './undo'

interface Made {
  readonly undo: Undo
  readonly description?: string
  /** Said where it was so already. */
  readonly already: string
}

/**
 * Says what became of a change that is under way. From now on it is what Z takes back, as soon as it is made; nothing older is
 * taken back in its stead. False: it was refused or did not arrive, as `perform` has said.
 */
export async function whenMade(
  making: Promise<FormState | undefined>,
  { undo, description, already }: Made,
): Promise<boolean> {
  const takeBack = async () => {
    forgetUndoable(takeBack)
    if (changedWords(await making)) undo()
  }
  expectUndoable(takeBack)
  const answer = await making
  const changed = changedWords(answer)
  settleUndoable(takeBack, changed !== undefined)
  if (!answer) return false
  toast(changed ?? already, {
    ...(description && { description }),
    ...(changed && { about, action: { label: 'Undo', onPress: takeBack } }),
  })
  refreshCounts()
  return true
}

const changedWords = (answer: FormState | undefined) =>
  answer?.status === 'done' ? answer.message : undefined
