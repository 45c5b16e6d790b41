'use client'

import { takeBackChange } from '@/app/console/bulk/actions'
import { focusPage } from '@/components/ui/focus'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { refreshCounts } from '../counts'

interface UndoButtonProps {
  readonly run: string
  /** It is not over yet. */
  readonly working: boolean
}

/** Takes the change back; the page tells what becomes of that, and has the focus. */
export function UndoButton({ run, working }: UndoButtonProps) {
  const begun = () => {
    refreshCounts()
    focusPage()
  }
  return (
    <Form action={takeBackChange} onAccepted={begun}>
      <input type="hidden" name="run" value={run} />
      <SubmitButton variant="secondary">{working ? 'Stop and undo' : 'Undo'}</SubmitButton>
    </Form>
  )
}
