'use client'

import { type MouseEvent, useState } from 'react'
import type { ButtonProps } from './button'
import { Dialog, DialogClose } from './dialog'
import { Form, type FormAction } from './form'
import { SubmitButton } from './submit-button'

interface ConfirmFormProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly action: FormAction
  /** What is sent. */
  readonly fields: Readonly<Record<string, string>>
  /** What the button does, in its words. */
  readonly label: string
  /** The question. */
  readonly title: string
  /** What comes of it. */
  readonly description: string
}

/** One button for what cannot be taken back: it asks first. Without JavaScript it does what it says. */
export function ConfirmForm({ variant = 'danger', size, ...what }: ConfirmFormProps) {
  const { action, fields, label, title, description } = what
  const [open, setOpen] = useState(false)
  const ask = (event: MouseEvent) => {
    event.preventDefault()
    setOpen(true)
  }
  const hidden = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <>
      <Form action={action} aria-label={title}>
        {hidden}
        <SubmitButton variant={variant} size={size} onClick={ask}>
          {label}
        </SubmitButton>
      </Form>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description}>
        <Form action={action} onAccepted={() => setOpen(false)} className="flex flex-col gap-4 pb-2">
          {hidden}
          <div className="flex flex-wrap justify-end gap-2">
            <DialogClose>Cancel</DialogClose>
            <SubmitButton variant={variant}>{label}</SubmitButton>
          </div>
        </Form>
      </Dialog>
    </>
  )
}
