'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form-state'

export type Refusal = Extract<FormState, { status: 'refused' }>

export const controlId = (formId: string, name: string) => `${formId}-${name}`

interface ErrorSummaryProps {
  readonly formId: string
  readonly refusal: Refusal
  /** What was typed outlives the page. */
  readonly isKept: boolean
  /** Sends the same once more, for what did not arrive: the button may be far below. */
  readonly onAgain: () => void
}

/**
 * What is wrong, said once above the form; it takes focus at each refusal, and each line leads to its field. A form with one
 * field to write in (`data-keeps-pen`) leaves the pen there: the alert is heard all the same.
 */
export function ErrorSummary({ formId, refusal, isKept, onAgain }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = Object.entries(refusal.fields)
  const [only] = wrong
  const sole = wrong.length === 1 && only?.[1] === refusal.message ? only : undefined

  useEffect(() => {
    if (refusal && !box.current?.closest('[data-keeps-pen]')) box.current?.focus()
  }, [refusal])

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-control border border-sla-breach-solid/40 [form.flex-wrap>&]:basis-full [form:not(.flex,.grid)>&]:mb-4 bg-sla-breach-bg px-3 py-2.5 text-message text-sla-breach-text"
    >
      <p className="font-medium">
        {sole ? <FieldLink formId={formId} name={sole[0]} message={sole[1]} /> : refusal.message}
      </p>
      {refusal.unsent === 'failed' && (
        <button type="button" onClick={onAgain} className={way}>
          Try again
        </button>
      )}
      {isKept && (refusal.outdated || refusal.unsent === 'outdated') && (
        <button type="button" onClick={() => location.reload()} className={way}>
          Reload
        </button>
      )}
      {refusal.signedOut && (
        // A tab of its own: what was typed stays in this one.
        <a href="/sign-in" target="_blank" rel="noopener" className={way}>
          Sign in<span className="sr-only"> (opens a new tab)</span>
        </a>
      )}
      {!sole && wrong.length > 0 && (
        <ul className="mt-1 list-disc space-y-0.5 ps-5">
          {wrong.map(([name, message]) => (
            <li key={name}>
              <FieldLink formId={formId} name={name} message={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const way =
  'inline-flex min-h-6 cursor-pointer items-center underline underline-offset-2 pointer-coarse:min-h-11'

const controls = 'input:not([type="hidden"]), button'

interface FieldLinkProps {
  readonly formId: string
  readonly name: string
  readonly message: string
}

function FieldLink({ formId, name, message }: FieldLinkProps) {
  const id = controlId(formId, name)
  const jump = (event: MouseEvent) => {
    const target = document.getElementById(id)
    if (!target) return
    event.preventDefault()
    const field = target.matches('fieldset') ? target.querySelector<HTMLElement>(controls) : target
    field?.focus()
    target.scrollIntoView({ block: 'center' })
  }
  return (
    <a href={`#${id}`} onClick={jump} className={way}>
      {message}
    </a>
  )
}
