'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { dateInWords, specialDayInWords } from '@/lib/sla/calendars/words'
import { type DayDraft, type DayKind, newWindow, specialDayIn } from './calendar-draft'
import { usePlace, useRefusedAt } from './calendar-places'
import { CalendarWindows } from './calendar-windows'

interface CalendarDayProps {
  readonly day: DayDraft
  readonly index: number
  /** Just added: it is open to be filled in. */
  readonly fresh: boolean
  readonly onChange: (day: DayDraft) => void
  readonly onRemove: (key: number) => void
}

/** A line to read; its button opens it to be changed. */
export function CalendarDay({ day, index, fresh, onChange, onRemove }: CalendarDayProps) {
  const id = useId()
  const name = `days-${usePlace(day.key, index)}`
  const wrong = useRefusedAt(`${name}-`)
  const [chosen, setChosen] = useState(fresh)
  const open = chosen || wrong
  const special = specialDayIn(day)
  const title = day.name || 'New day'
  return (
    <li className="py-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
        <span className="py-1 text-fg-muted max-sm:col-span-1">
          {special.date ? dateInWords(special.date) : 'No date yet'}
          {day.every === 'year' && special.date && <span className="block text-meta">every year</span>}
        </span>
        <span className="wrap-anywhere py-1 max-sm:order-3 max-sm:col-span-2 max-sm:pt-0">
          <span className="font-medium">{title}</span>
          <span className="block text-fg-muted text-meta">{specialDayInWords(special)}</span>
        </span>
        <span className="flex">
          <Button
            variant="quiet"
            size={28}
            aria-expanded={open}
            aria-controls={`${id}-fields`}
            onClick={() => setChosen(!open)}
          >
            {open ? 'Done' : 'Edit'}
            <span className="sr-only"> {title}</span>
          </Button>
          <Button variant="quiet" size={28} onClick={() => onRemove(day.key)}>
            Remove<span className="sr-only"> {title}</span>
          </Button>
        </span>
      </div>
      <div id={`${id}-fields`}>
        {open && <DayFields name={name} day={day} fresh={fresh} onChange={onChange} />}
      </div>
    </li>
  )
}

const kinds = [
  { value: 'all', label: 'Closed all day' },
  { value: 'closed', label: 'Closed at some hours' },
  { value: 'open', label: 'Open at other hours' },
] as const satisfies readonly { value: DayKind; label: string }[]

type DayFieldsProps = Pick<CalendarDayProps, 'day' | 'fresh' | 'onChange'> & { readonly name: string }

function DayFields({ name, day, fresh, onChange }: DayFieldsProps) {
  const of = day.name || 'this day'
  const date = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fresh) date.current?.focus()
  }, [fresh])
  const become = (kind: DayKind) =>
    onChange({
      ...day,
      kind,
      windows: kind !== 'all' && day.windows.length === 0 ? [newWindow([])] : day.windows,
    })
  return (
    <div className="mt-2 mb-1 grid gap-3 rounded-card bg-sunken p-3 sm:grid-cols-2">
      <Field name={`${name}-date`} label="Date">
        <TextInput
          type="date"
          value={day.date}
          ref={date}
          onChange={(event) => onChange({ ...day, date: event.target.value })}
        />
      </Field>
      <Field name={`${name}-every`} label="Repeats">
        <Select
          value={day.every}
          onChange={(event) => onChange({ ...day, every: event.target.value === 'year' ? 'year' : 'once' })}
          choices={[
            { value: 'once', label: 'Only that year' },
            { value: 'year', label: 'Every year' },
          ]}
        />
      </Field>
      <Field name={`${name}-name`} label="Name">
        <TextInput
          value={day.name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChange({ ...day, name: event.target.value })}
        />
      </Field>
      <Field name={`${name}-kind`} label="Hours">
        <Select
          value={day.kind}
          choices={kinds}
          onChange={(event) => {
            const kind = kinds.find(({ value }) => value === event.target.value)
            if (kind) become(kind.value)
          }}
        />
      </Field>
      {day.kind !== 'all' && (
        <div className="sm:col-span-2">
          <CalendarWindows
            name={`${name}-${day.kind}`}
            of={of}
            windows={day.windows}
            onChange={(windows) => onChange({ ...day, windows })}
            none="No hours yet"
          />
        </div>
      )}
    </div>
  )
}
