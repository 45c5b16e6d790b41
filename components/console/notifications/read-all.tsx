'use client'

import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { refreshCounts } from '../counts'

interface ReadAllProps {
  readonly action: FormAction
  readonly unread: boolean
}

/** The form outlives its button, to bring the counts up to date. */
export function ReadAll({ action, unread }: ReadAllProps) {
  return (
    <Form action={action} onDone={refreshCounts}>
      {unread && <SubmitButton variant="secondary">Mark all as read</SubmitButton>}
    </Form>
  )
}
