'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Period, presets, presetWord, usualPreset } from '@/lib/analytics/period'
import type { useScope } from './use-scope'

interface PeriodFieldsProps extends Pick<ReturnType<typeof useScope>, 'preset' | 'days' | 'choose'> {
  /** What the report is of: where custom days begin. */
  readonly period: Period
  /** What is wrong with the custom days. */
  readonly problem: string | null
}

const choices = [
  ...presets.map((preset) => ({ value: preset, label: presetWord[preset] })),
  { value: 'custom', label: 'Custom days' },
]

/** Which days a report is of: a preset, or from one day to another. */
export function PeriodFields({ preset, days, period, problem, choose }: PeriodFieldsProps) {
  const id = useId()
  const errorId = `${id}-error`
  const change = (chosen: string) => {
    if (chosen === 'custom') return choose({ period: 'custom', ...period })
    const known = presets.find((one) => one === chosen)
    choose({ period: known === usualPreset ? null : known, from: null, to: null })
  }
  const field = (name: 'from' | 'to', label: string) => (
    <>
      <label htmlFor={`${id}-${name}`} className="text-fg-muted">
        {label}
      </label>
      <TextInput
        // What somebody else asks, such as the Back button, is shown in place of what was typed.
        key={days[name]}
        id={`${id}-${name}`}
        type="date"
        name={name}
        size={28}
        className="w-36! px-2"
        defaultValue={days[name]}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? errorId : undefined}
      />
    </>
  )
  return (
    <>
      <Select
        aria-label="Period"
        size={28}
        choices={choices}
        value={preset}
        onChange={({ target }) => change(target.value)}
      />
      {preset === 'custom' && (
        <form
          className="flex flex-wrap items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            choose({ period: 'custom', from: String(form.get('from')), to: String(form.get('to')) })
          }}
          noValidate
        >
          {field('from', 'From')}
          {field('to', 'to')}
          <Button type="submit" size={28}>
            Show
          </Button>
          <span role="status">
            <FieldError id={errorId} message={problem ?? undefined} />
          </span>
        </form>
      )}
    </>
  )
}
