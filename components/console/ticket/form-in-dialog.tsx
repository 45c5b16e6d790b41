'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { DialogClose } from '@/components/ui/dialog'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
import { type Inverse, takesBack } from '../inverse'
import { whenMade } from '../when-made'

interface FormInDialogProps {
  readonly action: FormAction
  readonly refid: string
  /** What the main button says. */
  readonly submit: string
  /** What would take back what is sent; undefined: nothing does. */
  readonly inverse?: (sent: FormData) => Inverse
  readonly onDone: () => void
  readonly children: ReactNode
}

/** The inside of a dialog that does one thing to a ticket: a refusal is said there, a success closes it. */
export function FormInDialog(props: FormInDialogProps) {
  const { action, refid, submit, inverse, onDone, children } = props
  const router = useRouter()
  const send = async (sent: FormData, making: Promise<FormState>) => {
    await whenMade(making, { undo: inverse && takesBack(inverse(sent)) })
    const answer = await making
    if (answer.status === 'done' && answer.leadsTo) router.push(answer.leadsTo)
  }
  const done = () => {
    router.refresh()
    onDone()
  }
  return (
    <Form
      action={action}
      onSend={(sent, making) => void send(sent, making)}
      onDone={done}
      className="flex flex-col gap-4 pb-2"
    >
      <input type="hidden" name="ref" value={refid} />
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>Cancel</DialogClose>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
