'use client'

import { useDeferredValue, useId, useMemo, useState } from 'react'
import { hintClass, labelClass } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { type Hours, weekdays } from '@/lib/sla/calendar'
import { closedInWords, type Step, trial } from '@/lib/sla/calendars/trial'
import { openAmountWord, secondsOf } from '@/lib/sla/policies/amount'

interface CalendarTrialProps {
  readonly hours: Hours
  /** `YYYY-MM-DDTHH:MM` */
  readonly from: string
}

/** Counts by the hours as they stand in the form, saved or not. */
export function CalendarTrial({ hours, from }: CalendarTrialProps) {
  const id = useId()
  const [created, setCreated] = useState(from)
  const [target, setTarget] = useState('8 h')
  const settled = useDeferredValue(hours)
  const answer = useMemo(() => answerOf(settled, created, target), [settled, created, target])
  return (
    <section aria-labelledby={`${id}-title`} className="rounded-card border bg-raised p-4">
      <h2 id={`${id}-title`} className="font-semibold text-message">
        Test
      </h2>
      <p className={hintClass}>Counts by the hours as they stand here, saved or not.</p>
      <div className="mt-3 grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem] lg:grid-cols-1">
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-created`} className={labelClass}>
            Created
          </label>
          <TextInput
            id={`${id}-created`}
            type="datetime-local"
            value={created}
            onChange={(event) => setCreated(event.target.value)}
          />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-target`} className={labelClass}>
            Target
          </label>
          <TextInput
            id={`${id}-target`}
            value={target}
            autoComplete="off"
            placeholder="8 h, 30 min"
            onChange={(event) => setTarget(event.target.value)}
          />
        </div>
      </div>
      <div role="status" className="mt-3">
        {'problem' in answer ? (
          <p className="text-fg-muted">{answer.problem}</p>
        ) : (
          <>
            <p className="font-medium text-message">Due {answer.due}</p>
            <Steps steps={answer.steps} />
          </>
        )}
      </div>
    </section>
  )
}

const most = 12

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const left = steps.length > most ? steps.slice(most - 2, -2) : []
  const shown = steps.length > most ? steps.slice(0, most - 2) : steps
  const seconds = left.flatMap(({ counted }) => counted).reduce((sum, one) => sum + one.seconds, 0)
  return (
    <ol className="mt-1.5 grid gap-1 text-meta">
      {shown.map((step) => (
        <StepLine key={step.day} step={step} />
      ))}
      {left.length > 0 && (
        <li className="text-fg-muted">
          … {left.length} more days, {openAmountWord(seconds)}
        </li>
      )}
      {left.length > 0 && steps.slice(-2).map((step) => <StepLine key={step.day} step={step} />)}
    </ol>
  )
}

const StepLine = ({ step }: { readonly step: Step }) => (
  <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
    <span className="text-fg-muted">{step.day}</span>
    <span>
      {step.counted.length === 0 && <span className="text-fg-muted">{closedInWords(step)}</span>}
      {step.counted.map(({ from, to, seconds }) => (
        <span key={from} className="block">
          {from}–{to} <span className="text-fg-muted">counts {openAmountWord(seconds)}</span>
        </span>
      ))}
      {step.counted.length > 0 && step.special && <span className="block text-fg-muted">{step.special}</span>}
    </span>
  </li>
)

function answerOf(hours: Hours, created: string, target: string) {
  const seconds = secondsOf(target)
  if (seconds === null || seconds <= 0)
    return { problem: 'Write a target such as 8 h, 30 min or 1 h 30 min.' }
  if (!weekdays.some((weekday) => hours.weekly[weekday]?.length))
    return { problem: 'It is never open: there is no hour to count.' }
  try {
    return trial(hours, created, seconds)
  } catch (error) {
    return { problem: error instanceof RangeError ? `${error.message}.` : 'This cannot be counted.' }
  }
}
