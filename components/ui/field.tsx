'use client'

import clsx from 'clsx'
import { type ReactNode, useId } from 'react'
import { controlId } from './error-summary'
import { useForm } from './form'
import { InsideField } from './use-control'

export interface FieldProps {
  /** The name that the form posts, and the key of the field's error. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly required?: boolean
  /** For forms whose other fields show that all are meant: the label is there for screen readers only. */
  readonly hideLabel?: boolean
  readonly className?: string
  /** One control: TextInput, TextArea, Select. */
  readonly children: ReactNode
}

export const labelClass = 'font-medium text-console text-fg in-data-[room=portal]:text-message'
export const hintClass = 'text-fg-muted text-meta in-data-[room=portal]:text-console'

/** A label, a control, a hint and what is wrong, tied together for screen readers. */
export function Field({ name, label, hint, required = false, hideLabel, className, children }: FieldProps) {
  const { id, error, value, describedBy, hintId, errorId } = useFieldParts(name, hint)
  return (
    <InsideField value={{ id, name, value, required, describedBy, invalid: error !== undefined }}>
      <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
        <label htmlFor={id} className={hideLabel ? 'sr-only' : labelClass}>
          {label}
          {!required || hideLabel ? null : <Required />}
        </label>
        {hint && (
          <p id={hintId} className={hintClass}>
            {hint}
          </p>
        )}
        {children}
        <FieldError id={errorId} message={error} />
      </div>
    </InsideField>
  )
}

export function Required() {
  return (
    <span aria-hidden="true" className="ms-0.5 text-sla-breach-text">
      *
    </span>
  )
}

export function FieldError({ id, message }: { readonly id: string; readonly message?: string }) {
  if (message === undefined) return null
  return (
    <p id={id} className="text-meta text-sla-breach-text in-data-[room=portal]:text-console">
      <span className="sr-only">Error: </span>
      {message}
    </p>
  )
}

/** Ids, what the last submission said about the field until it is typed into, and what was typed then. */
export function useFieldParts(name: string, hint: ReactNode) {
  const own = useId()
  const form = useForm()
  const refusal = form.state.status === 'refused' ? form.state : undefined
  const error = form.mended.has(name) ? undefined : refusal?.fields[name]
  const id = controlId(form.id || own, name)
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined
  return {
    id,
    error,
    value: refusal?.values[name],
    /** Of what is posted several times. */
    list: refusal && (refusal.lists?.[name] ?? [refusal.values[name] ?? ''].filter(Boolean)),
    describedBy,
    hintId,
    errorId,
  }
}
