'use client'

import clsx from 'clsx'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { toast } from '@/components/ui/toast'
import { bodyLimit } from '@/lib/tickets/ticket'
import { refreshCounts } from '../counts'
import { newSubmission } from './submission'

interface WritingProps {
  readonly action: FormAction
  readonly refid: string
  readonly submission: string
  /** Where this browser keeps what is not sent yet: one place for replies, another for notes. */
  readonly draft: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  /** What Ctrl Shift Enter does before it sends. */
  readonly beforeResolving?: (form: HTMLFormElement) => void
  readonly children: ReactNode
}

/** A field and what sends it. Ctrl Enter sends, Esc leaves the field. */
export function Writing(props: WritingProps) {
  const { action, refid, draft, label, placeholder, className, beforeResolving, children } = props
  const [submission, setSubmission] = useState(props.submission)
  const sent = (message?: string) => {
    setSubmission(newSubmission())
    if (message) toast(message)
    refreshCounts()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    const { form } = event.currentTarget
    if (event.shiftKey && form) beforeResolving?.(form)
    form?.requestSubmit()
  }
  return (
    <Form
      action={action}
      onDone={sent}
      resetOnDone
      draft={draft}
      className={clsx('rounded-card border p-1.5 focus-within:border-ring', className)}
    >
      <input type="hidden" name="ref" value={refid} />
      <input type="hidden" name="submission" value={submission} />
      <Field name="body" label={label} hideLabel>
        <TextArea
          rows={3}
          limit={bodyLimit}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          className="border-transparent! bg-transparent!"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2 px-1 pb-1">{children}</div>
    </Form>
  )
}
