'use client'

import { useCallback, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { zoneChoices } from '@/components/ui/zone-choices'
import type { Hours } from '@/lib/sla/calendar'
import { CalendarDays } from './calendar-days'
import { type DayDraft, draftOf, hoursIn, placesOf, wholeHours } from './calendar-draft'
import { CalendarImport } from './calendar-import'
import { CalendarPicture } from './calendar-picture'
import { SentPlaces } from './calendar-places'
import { CalendarTrial } from './calendar-trial'
import { CalendarWeek } from './calendar-week'
import { SlaPreview } from './sla-preview'

interface CalendarFormProps {
  readonly action: FormAction
  readonly calendar: { readonly name: string; readonly hours: Hours }
  /** What it was when the page was made: its address and its version. */
  readonly edited?: { readonly uid: string; readonly number: number }
  readonly timeZones: readonly string[]
  /** Where the test begins: `YYYY-MM-DDTHH:MM`. */
  readonly testFrom: string
  /** What the button says. */
  readonly submit: string
}

/** A calendar to fill in: the form at the left, what it comes to at the right. */
export function CalendarForm({ action, calendar, edited, timeZones, testFrom, submit }: CalendarFormProps) {
  const [draft, setDraft] = useState(() => draftOf(calendar.name, calendar.hours))
  const [sent, setSent] = useState<ReadonlyMap<number, number>>()
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const changeDays = useCallback(
    (next: (days: readonly DayDraft[]) => readonly DayDraft[]) =>
      setDraft((before) => ({ ...before, days: next(before.days) })),
    [],
  )
  const hours = wholeHours(draft)
  const { name, timeZone, weekly, days } = draft
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <SentPlaces value={sent}>
        <Form
          action={action}
          asksBeforeLeaving
          onSubmitCapture={() => setSent(placesOf(draft))}
          className="flex min-w-0 flex-col gap-6"
        >
          <input type="hidden" name="hours" value={JSON.stringify(hoursIn(draft))} />
          {edited && <input type="hidden" name="calendar" value={edited.uid} />}
          {edited && <input type="hidden" name="version" value={edited.number} />}
          {edited && <input type="hidden" name="named" value={calendar.name} />}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="name" label="Name" hint="For those who write policies" required>
              <TextInput
                value={name}
                maxLength={80}
                autoComplete="off"
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
            <Field name="timeZone" label="Time zone" hint="Whose clocks these hours are told by">
              <Select
                choices={zoneChoices(timeZones, timeZone)}
                value={timeZone}
                onChange={(event) => change({ timeZone: event.target.value })}
              />
            </Field>
          </div>
          <CalendarPicture weekly={hours.weekly} />
          <CalendarWeek weekly={weekly} onChange={(weekly) => change({ weekly })} />
          <CalendarDays days={days} onChange={changeDays}>
            <CalendarImport days={days} timeZone={timeZone} onChange={(days) => change({ days })} />
          </CalendarDays>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{submit}</SubmitButton>
            <LinkButton href="/admin/calendars" variant="quiet">
              Cancel
            </LinkButton>
          </div>
          <SlaPreview confirm="Save and apply" />
        </Form>
      </SentPlaces>
      <aside className="lg:sticky lg:top-4">
        <CalendarTrial hours={hours} from={testFrom} />
      </aside>
    </div>
  )
}
