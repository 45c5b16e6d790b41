'use client'

import Plus from 'lucide-react/icons/plus'
import { memo, type ReactNode, useCallback, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError, useFieldParts } from '@/components/ui/field'
import { CalendarDay } from './calendar-day'
import { type DayDraft, newDay } from './calendar-draft'
import { useRefusedAt } from './calendar-places'

interface CalendarDaysProps {
  readonly days: readonly DayDraft[]
  /** Another way to add some. */
  readonly children: ReactNode
  /** Takes the days as they are by then. */
  readonly onChange: (change: (days: readonly DayDraft[]) => readonly DayDraft[]) => void
}

const most = 100

export function CalendarDays({ days, children, onChange }: CalendarDaysProps) {
  const { id, error, errorId } = useFieldParts('days', undefined)
  const [all, setAll] = useState(false)
  const [fresh, setFresh] = useState<number>()
  const addButton = useRef<HTMLButtonElement>(null)
  const wrong = useRefusedAt('days-')
  const change = useCallback(
    (next: DayDraft) => onChange((days) => days.map((day) => (day.key === next.key ? next : day))),
    [onChange],
  )
  const remove = useCallback(
    (key: number) => {
      addButton.current?.focus()
      onChange((days) => days.filter((day) => day.key !== key))
    },
    [onChange],
  )
  const add = () => {
    const day = newDay()
    setFresh(day.key)
    onChange((days) => [day, ...days])
  }
  const shown = all || wrong ? days : days.slice(0, most)
  return (
    <fieldset id={id} aria-describedby={error && errorId} className="min-w-0">
      <legend className="font-semibold text-message">
        Special days{days.length > 0 && <span className="font-normal text-fg-muted"> {days.length}</span>}
      </legend>
      <p className="mt-0.5 text-fg-muted text-meta">
        Days that are not like their weekday: holidays, short days, inventories.
      </p>
      <FieldError id={errorId} message={error} />
      <Button ref={addButton} size={28} onClick={add} className="mt-2">
        <Plus aria-hidden="true" className="size-3.5" />
        Add day
      </Button>
      <div className="mt-3">{children}</div>
      {days.length > 0 && (
        <ul className="mt-3 max-h-140 divide-y overflow-y-auto border-y pe-1">
          {shown.map((day, index) => (
            <Day
              key={day.key}
              day={day}
              index={index}
              fresh={day.key === fresh}
              onChange={change}
              onRemove={remove}
            />
          ))}
        </ul>
      )}
      {shown.length < days.length && (
        <Button variant="quiet" size={28} onClick={() => setAll(true)} className="mt-1 -ms-2">
          Show all {days.length.toLocaleString('en')} days
        </Button>
      )}
    </fieldset>
  )
}

const Day = memo(CalendarDay)
