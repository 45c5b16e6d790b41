'use client'

import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { refreshCounts } from '../counts'

export function ReadAll({ action }: { readonly action: FormAction }) {
  return (
    <Form action={action} onDone={refreshCounts}>
      <SubmitButton variant="secondary">Mark all as read</SubmitButton>
    </Form>
  )
}
