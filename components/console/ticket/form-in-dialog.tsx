'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { DialogClose } from '@/components/ui/dialog'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
import { refreshCounts } from '../counts'

interface FormInDialogProps {
  readonly action: FormAction
  readonly refid: string
  /** What the main button says. */
  readonly submit: string
  readonly onDone: () => void
  readonly children: ReactNode
}

/** The inside of a dialog that does one thing to a ticket: a refusal is said there, a success closes it. */
export function FormInDialog({ action, refid, submit, onDone, children }: FormInDialogProps) {
  const router = useRouter()
  const done = (message?: string) => {
    if (message) toast(message)
    refreshCounts()
    router.refresh()
    onDone()
  }
  return (
    <Form action={action} onDone={done} className="flex flex-col gap-4 pb-2">
      <input type="hidden" name="ref" value={refid} />
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>Cancel</DialogClose>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
