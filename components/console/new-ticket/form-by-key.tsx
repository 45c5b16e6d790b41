'use client'

import type { KeyboardEvent } from 'react'
import { Form, type FormProps } from '@/components/ui/form'

/** A form that Ctrl Enter sends, wherever in it one is. */
export const FormByKey = (props: Omit<FormProps, 'onKeyDown'>) => <Form {...props} onKeyDown={send} />

function send(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
