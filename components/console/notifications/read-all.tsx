'use client'

import { focusPage } from '@/components/ui/focus'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { refreshCounts } from '../counts'

interface ReadAllProps {
  readonly action: FormAction
  /** The newest in sight: what comes after it stays new. */
  readonly newest: string
  readonly unread: boolean
}

/** The form outlives its button, to bring the counts up to date and to keep the keyboard on the page. */
export function ReadAll({ action, newest, unread }: ReadAllProps) {
  const done = () => {
    refreshCounts()
    focusPage()
  }
  return (
    <Form action={action} onDone={done}>
      <input type="hidden" name="newest" value={newest} />
      {unread && <SubmitButton variant="secondary">Mark all as read</SubmitButton>}
    </Form>
  )
}
