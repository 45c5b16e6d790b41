'use client'

import X from 'lucide-react/icons/x'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { MultiPicker } from '@/components/ui/multi-picker'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Condition, type ConditionField, conditionFields } from '@/lib/tickets/queue-groups'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { valuesInWords } from '../queue/facets'
import { blank } from './groups-draft'
import { optionsFor } from './options'
import { fieldWord } from './view-words'

interface ConditionRowProps {
  readonly id: string
  /** `Condition 2 of group 1`. */
  readonly label: string
  readonly condition: Condition
  readonly names: QueueChoices
  readonly error: string | undefined
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

const fields = conditionFields.map((field) => ({ value: field, label: fieldWord[field] }))

/** What is asked, which values of it, and a way to take it out. */
export function ConditionRow(props: ConditionRowProps) {
  const { id, label, condition, names, error, onChange, onRemove } = props
  const chosen = (value: string): ConditionField => conditionFields.find((field) => field === value) ?? 'tag'
  return (
    <li className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1.5">
        <Select
          id={id}
          size={28}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          choices={fields}
          value={condition.field}
          onChange={(event) => onChange(blank(chosen(event.target.value)))}
          className="w-36"
        />
        <Value label={label} condition={condition} names={names} onChange={onChange} />
        <Button
          size={28}
          square
          variant="quiet"
          aria-label={`Remove ${label.toLowerCase()}`}
          className="ms-auto"
          onClick={onRemove}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </li>
  )
}

type ValueProps = Pick<ConditionRowProps, 'label' | 'condition' | 'names' | 'onChange'>

function Value({ label, condition, names, onChange }: ValueProps) {
  switch (condition.field) {
    case 'words':
      return (
        <TextInput
          size={28}
          aria-label={`${label}: words`}
          placeholder="Words of the ticket"
          value={condition.words}
          maxLength={200}
          onChange={(event) => onChange({ ...condition, words: event.target.value })}
          className="min-w-0 flex-1"
        />
      )
    case 'created':
    case 'updated':
      return (
        <span className="flex items-center gap-1.5">
          within
          <TextInput
            size={28}
            type="number"
            inputMode="numeric"
            min={1}
            aria-label={`${label}: days`}
            value={Number.isNaN(condition.days) ? '' : condition.days}
            onChange={(event) => onChange({ ...condition, days: event.target.valueAsNumber })}
            className="w-20"
          />
          days
        </span>
      )
    default:
      return <Values label={label} condition={condition} names={names} onChange={onChange} />
  }
}

const ways = [
  { value: 'is', label: 'is' },
  { value: 'not', label: 'is not' },
]

type Listed = Extract<Condition, { readonly values: readonly string[] }>

function Values({ label, condition, names, onChange }: ValueProps & { readonly condition: Listed }) {
  const { field, values } = condition
  const face = values.length > 0 ? valuesInWords(field, values, names) : 'Choose…'
  return (
    <>
      <Select
        size={28}
        aria-label={`${label}: is or is not`}
        choices={ways}
        value={condition.not ? 'not' : 'is'}
        onChange={({ target }) =>
          onChange({ field, values, ...(target.value === 'not' && { not: true as const }) })
        }
        className="w-20"
      />
      <MultiPicker
        variant="secondary"
        label={fieldWord[field]}
        buttonLabel={`${label}: ${face}`}
        options={optionsFor(field, values, names)}
        values={values}
        onToggle={(value, on) =>
          onChange({ ...condition, values: on ? [...values, value] : values.filter((one) => one !== value) })
        }
        className="min-w-0 max-w-64 shrink"
      >
        <span className="truncate">{face}</span>
      </MultiPicker>
    </>
  )
}
