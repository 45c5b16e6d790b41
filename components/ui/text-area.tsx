'use client'

import clsx from 'clsx'
import { type ComponentProps, type InputEvent, useEffect, useId, useState } from 'react'
import { useControl } from './use-control'

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'maxLength' | 'rows'> {
  /**
   * Characters that will be accepted. Longer text may be typed and pasted, and is counted: cutting off what somebody
   * pasted would lose it without a word.
   */
  readonly limit?: number
  /** Lines to begin with. */
  readonly rows?: keyof typeof heights
}

/** Where a field sizes by its content, `rows` alone would let an empty one shrink to a line. */
const heights = {
  1: 'min-h-10',
  2: 'min-h-16',
  3: 'min-h-21',
  4: 'min-h-27',
  6: 'min-h-38',
  8: 'min-h-49',
  12: 'min-h-71',
}

/** Grows with its text. Counts down when the limit comes near. */
export function TextArea({ limit, rows = 4, className, onInput, ...rest }: TextAreaProps) {
  const control = useControl(rest)
  const counterId = useId()
  const [typed, setTyped] = useState(String(control.defaultValue ?? '').length)
  const length = rest.value === undefined ? typed : String(rest.value).length
  useEffect(() => {
    const form = control.id ? document.getElementById(control.id)?.closest('form') : undefined
    const empty = () => setTyped(0)
    form?.addEventListener('reset', empty)
    return () => form?.removeEventListener('reset', empty)
  }, [control.id])
  const left = limit === undefined ? Number.POSITIVE_INFINITY : limit - length
  const near = limit !== undefined && left <= Math.max(20, limit * 0.1)
  const count = (event: InputEvent<HTMLTextAreaElement>) => {
    setTyped(event.currentTarget.value.length)
    onInput?.(event)
  }
  const words = near ? remaining(left) : ''
  const atRest = useAtRest(words)
  const describedBy = [control['aria-describedby'], near ? counterId : ''].filter(Boolean).join(' ')
  return (
    <>
      <textarea
        dir="auto"
        {...rest}
        {...control}
        rows={rows}
        onInput={count}
        aria-describedby={describedBy || undefined}
        className={clsx(
          'control field-sizing-content max-h-[60vh] resize-y px-2.5 py-2 text-message in-data-[room=portal]:text-portal',
          heights[rows],
          className,
        )}
      />
      {near && (
        <p
          id={counterId}
          aria-hidden="true"
          className={clsx('text-meta', left < 0 ? 'text-sla-breach-text' : 'text-fg-muted')}
        >
          {words}
        </p>
      )}
      <p role="status" className="sr-only">
        {atRest}
      </p>
    </>
  )
}

/** What was so a moment ago and is so still: a number that changes with every key is not read out with every key. */
function useAtRest(words: string) {
  const [still, setStill] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setStill(words), 1_000)
    return () => clearTimeout(timer)
  }, [words])
  return still
}

const remaining = (left: number) => {
  const count = Math.abs(left).toLocaleString('en')
  const noun = Math.abs(left) === 1 ? 'character' : 'characters'
  return left < 0 ? `${count} ${noun} too many` : `${count} ${noun} left`
}
