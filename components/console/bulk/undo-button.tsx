'use client'

import { useRouter } from 'next/navigation'
import { takeBackChange } from '@/app/console/bulk/actions'
import { focusPage } from '@/components/ui/focus'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
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
  const router = useRouter()
  // Somebody else may have been faster: then the page tells it.
  const answered = ({ status }: FormState) => {
    if (status === 'refused') router.refresh()
  }
  return (
    <Form action={takeBackChange} onAccepted={begun} onAnswer={answered}>
      <input type="hidden" name="run" value={run} />
      <SubmitButton variant="secondary">{working ? 'Stop and undo' : 'Undo'}</SubmitButton>
    </Form>
  )
}
