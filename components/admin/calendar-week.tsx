'use client'

import { Button } from '@/components/ui/button'
import { FieldError, useFieldParts } from '@/components/ui/field'
import { weekdays, weekdayWord } from '@/lib/sla/calendar'
import { type CalendarDraft, copied, type WindowDraft } from './calendar-draft'
import { CalendarWindows } from './calendar-windows'

interface CalendarWeekProps {
  readonly weekly: CalendarDraft['weekly']
  readonly onChange: (weekly: CalendarDraft['weekly']) => void
}

const workingDays = weekdays.slice(0, 5)

export function CalendarWeek({ weekly, onChange }: CalendarWeekProps) {
  const { id, error, errorId } = useFieldParts('weekly', undefined)
  const copy = (windows: readonly WindowDraft[]) =>
    onChange({
      ...weekly,
      ...Object.fromEntries(workingDays.map((weekday) => [weekday, copied(windows)])),
    })
  return (
    <fieldset id={id} aria-describedby={error ? `${errorId} ${id}-hint` : `${id}-hint`} className="min-w-0">
      <legend className="font-semibold text-message">Open hours</legend>
      <p id={`${id}-hint`} className="mt-0.5 text-fg-muted text-meta">
        A closing time that is not after the opening is on the next day; 00:00 is midnight.
      </p>
      <FieldError id={errorId} message={error} />
      <div className="mt-2 divide-y border-y">
        {weekdays.map((weekday) => (
          <div key={weekday} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]">
            <span className="flex min-h-8 items-center self-start font-medium">{weekdayWord[weekday]}</span>
            <CalendarWindows
              name={`weekly-${weekday}`}
              of={weekdayWord[weekday]}
              windows={weekly[weekday]}
              onChange={(windows) => onChange({ ...weekly, [weekday]: windows })}
              none="Closed"
            />
            {weekly[weekday].length > 0 && workingDays.includes(weekday) && (
              <Button
                variant="quiet"
                size={28}
                onClick={() => copy(weekly[weekday])}
                className="max-sm:-ms-2 self-start justify-self-start sm:mt-0.5"
              >
                Copy to Mon–Fri<span className="sr-only"> the hours of {weekdayWord[weekday]}</span>
              </Button>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
