'use client'

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError, useFieldParts } from '@/components/ui/field'
import { newWindow, type WindowDraft } from './calendar-draft'
import { usePlace } from './calendar-places'

interface CalendarWindowsProps {
  /** `weekly-mon`, `days-3-open` */
  readonly name: string
  /** Of what: "Monday". */
  readonly of: string
  readonly windows: readonly WindowDraft[]
  readonly onChange: (windows: readonly WindowDraft[]) => void
  /** What is said where there are none. */
  readonly none: string
}

/** From when to when, several times a day. */
export function CalendarWindows({ name, of, windows, onChange, none }: CalendarWindowsProps) {
  const added = useRef<number>(undefined)
  const addButton = useRef<HTMLButtonElement>(null)
  const { id, error, errorId } = useFieldParts(name, undefined)
  const add = () => {
    const window = newWindow(windows)
    added.current = window.key
    onChange([...windows, window])
  }
  const remove = (key: number) => {
    addButton.current?.focus()
    onChange(windows.filter((window) => window.key !== key))
  }
  return (
    <fieldset id={id} aria-label={`Hours of ${of}`} aria-describedby={error && errorId} className="min-w-0">
      <div className="flex flex-col gap-2">
        {windows.length === 0 && <p className="flex min-h-8 items-center text-fg-muted">{none}</p>}
        {windows.map((window, index) => (
          <WindowRow
            key={window.key}
            name={name}
            of={of}
            index={index}
            window={window}
            focus={added}
            onChange={(next) => onChange(windows.map((one) => (one.key === next.key ? next : one)))}
            onRemove={() => remove(window.key)}
          />
        ))}
        <FieldError id={errorId} message={error} />
        <Button ref={addButton} variant="quiet" size={28} onClick={add} className="-ms-2 self-start">
          <Plus aria-hidden="true" className="size-3.5" />
          Add hours<span className="sr-only"> to {of}</span>
        </Button>
      </div>
    </fieldset>
  )
}

interface WindowRowProps {
  readonly name: string
  readonly of: string
  readonly index: number
  readonly window: WindowDraft
  /** The row that takes focus when it appears. */
  readonly focus: { current: number | undefined }
  readonly onChange: (window: WindowDraft) => void
  readonly onRemove: () => void
}

function WindowRow({ name, of, index, window, focus, onChange, onRemove }: WindowRowProps) {
  const place = usePlace(window.key, index)
  const { id, error, errorId } = useFieldParts(`${name}-${place}`, undefined)
  const time = (which: 'open' | 'close') => (
    <input
      id={which === 'open' ? id : `${id}-close`}
      ref={(input) => {
        if (!input || which !== 'open' || focus.current !== window.key) return
        focus.current = undefined
        input.focus()
      }}
      type="time"
      value={window[which]}
      onChange={(event) => onChange({ ...window, [which]: event.target.value })}
      aria-label={`${of} ${which === 'open' ? 'from' : 'to'}${index > 0 ? `, ${index + 1}` : ''}`}
      aria-invalid={error ? true : undefined}
      aria-describedby={error && errorId}
      className="control h-8 max-w-32 px-2 text-console pointer-coarse:h-11"
    />
  )
  return (
    <div>
      <div className="flex items-center gap-1.5">
        {time('open')}
        <span aria-hidden="true" className="text-fg-muted">
          –
        </span>
        {time('close')}
        <Button
          variant="quiet"
          size={28}
          square
          onClick={onRemove}
          aria-label={`Remove ${of} ${window.open || '–'} to ${window.close || '–'}`}
        >
          <X aria-hidden="true" className="size-3.5" />
        </Button>
      </div>
      <FieldError id={errorId} message={error} />
    </div>
  )
}
