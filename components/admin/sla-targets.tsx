'use client'

import clsx from 'clsx'
import { Field, FieldError, hintClass, labelClass, useFieldParts } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { amountWord, openAmountWord } from '@/lib/sla/policies/amount'
import type { Targets } from '@/lib/sla/sla-policy'
import { type Target, targets, targetWord } from '@/lib/sla/target'
import { type Priority, priorities, priorityWord } from '@/lib/tickets/ticket'

interface TargetsFieldProps {
  readonly promised: Targets
  /** The calendar's name; none: around the clock. */
  readonly calendar?: string | undefined
}

/** Amounts of time, a row for each priority and a column for each target. */
export function TargetsField({ promised, calendar }: TargetsFieldProps) {
  const { id, error, describedBy, hintId, errorId } = useFieldParts('targets', true)
  const write = calendar === undefined ? amountWord : openAmountWord
  return (
    <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
      <legend className={clsx('mb-0.5', labelClass)}>Targets</legend>
      <p id={hintId} className={clsx('mb-1.5', hintClass)}>
        Amounts such as 30 min, 8 h or 2 d; what is left empty is not promised.{' '}
        {calendar === undefined
          ? 'They count around the clock.'
          : `They count in the open hours of “${calendar}” only: 2 d is 48 open hours.`}
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th scope="col" className="w-16 py-1 text-start font-medium text-fg-muted text-meta">
              Priority
            </th>
            {targets.map((target) => (
              <th
                key={target}
                scope="col"
                className="ps-2 py-1 text-start font-medium text-fg-muted text-meta"
              >
                {targetWord[target]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.toReversed().map((priority) => (
            <tr key={priority}>
              <th scope="row" className="py-1 text-start align-top font-medium text-console leading-8">
                {priorityWord[priority]}
              </th>
              {targets.map((target) => (
                <td key={target} className="py-1 ps-2 align-top">
                  <TargetInput
                    priority={priority}
                    target={target}
                    written={written(promised[priority][target], write)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}

const written = (seconds: number | undefined, write: (seconds: number) => string) =>
  seconds === undefined ? '' : write(seconds)

interface TargetInputProps {
  readonly priority: Priority
  readonly target: Target
  readonly written: string
}

const TargetInput = ({ priority, target, written }: TargetInputProps) => (
  <Field
    name={`targets.${priority}.${target}`}
    label={`${priorityWord[priority]}: ${targetWord[target].toLowerCase()}`}
    hideLabel
  >
    <TextInput defaultValue={written} maxLength={60} autoComplete="off" placeholder="–" />
  </Field>
)
