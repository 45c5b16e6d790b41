'use client'

import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError, labelClass } from '@/components/ui/field'
import { plural } from '@/lib/plural'
import { withMore } from '@/lib/sla/calendars/merged-days'
import { dateInWords } from '@/lib/sla/calendars/words'
import { type DayDraft, dayDraft, isWhole, specialDayIn } from './calendar-draft'

interface CalendarImportProps {
  readonly days: readonly DayDraft[]
  /** IANA name: in it times are told. */
  readonly timeZone: string
  readonly onChange: (days: readonly DayDraft[]) => void
}

type Answer = { readonly done: string } | { readonly problem: string }

/** Reads a calendar file in the browser; its days join the list and are saved with it. */
export function CalendarImport({ days, timeZone, onChange }: CalendarImportProps) {
  const id = useId()
  const pasted = useRef<HTMLTextAreaElement>(null)
  const [answer, setAnswer] = useState<Answer>()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const read = async (size: number, text: () => Promise<string>) => {
    const { answer, days: all } = await imported(days, timeZone, size, text)
    setAnswer(answer)
    if (all) onChange(all)
  }
  return (
    <details className="rounded-card border bg-raised">
      <summary className="flex min-h-9 cursor-pointer items-center rounded-card px-3 font-medium pointer-coarse:min-h-11">
        Import a calendar file (.ics)
      </summary>
      <div className="grid gap-3 border-t p-3">
        <p className="text-fg-muted text-meta">
          All-day events become closed days, events with times close their hours. What comes every year is a
          day of every year; other repetitions are read three years ahead. At most 1 MB.
        </p>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-file`} className={labelClass}>
            File
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".ics,text/calendar"
            aria-describedby={problem && `${id}-error`}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) read(file.size, () => file.text())
              event.target.value = ''
            }}
            className="control h-9 px-2 py-1.5 text-console file:me-3 file:rounded-control file:border file:bg-raised file:px-2 file:text-fg pointer-coarse:h-11"
          />
        </div>
        <div className="flex flex-col items-start gap-1">
          <label htmlFor={`${id}-text`} className={labelClass}>
            Or its text
          </label>
          <textarea
            id={`${id}-text`}
            ref={pasted}
            rows={3}
            spellCheck={false}
            aria-describedby={problem && `${id}-error`}
            className="control min-h-16 resize-y px-2.5 py-2 font-mono text-meta"
          />
          <Button
            size={28}
            className="mt-1"
            onClick={() => {
              const text = pasted.current?.value ?? ''
              read(text.length, async () => text)
            }}
          >
            Read the text
          </Button>
        </div>
        <div role="alert">
          <FieldError id={`${id}-error`} message={problem} />
        </div>
        <p role="status" className="text-fg empty:sr-only">
          {answer && 'done' in answer ? answer.done : null}
        </p>
      </div>
    </details>
  )
}

async function imported(
  days: readonly DayDraft[],
  timeZone: string,
  size: number,
  text: () => Promise<string>,
): Promise<{ readonly answer: Answer; readonly days?: readonly DayDraft[] }> {
  try {
    // Who imports nothing need not load what reads it.
    const { daysOfIcs, largestIcs } = await import('@/lib/sla/calendars/ics')
    if (size > largestIcs) return { answer: { problem: 'The file is larger than 1 MB' } }
    const found = daysOfIcs(await text(), timeZone, new Date())
    const whole = days.filter(isWhole)
    const { days: all, added, joined } = withMore(whole.map(specialDayIn), found.days)
    const parts = [
      `${plural(added, 'day')} added.`,
      ...(joined > 0 ? [`${plural(joined, 'day')} joined with what was there.`] : []),
      ...(found.cut.length > 0 ? [`Read until ${dateInWords(found.until)}: ${namesOf(found.cut)}.`] : []),
      'Nothing is saved yet.',
    ]
    return {
      answer: { done: parts.join(' ') },
      days: [...days.filter((day) => !isWhole(day)), ...all.map(dayDraft)],
    }
  } catch (error) {
    const known = error instanceof Error && error.name === 'Refused'
    return {
      answer: { problem: known ? error.message : 'The file could not be read. Try again in a moment.' },
    }
  }
}

const namesOf = (names: readonly string[]) =>
  names.length > 3 ? `${names.length} events that go on` : `${names.map((name) => `“${name}”`).join(', ')}`
