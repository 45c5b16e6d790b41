'use client'

import Trash from 'lucide-react/icons/trash-2'
import type { ChangeEvent } from 'react'
import { Button } from '@/components/ui/button'
import { CheckGroup } from '@/components/ui/check-group'
import { Field } from '@/components/ui/field'
import { type Choice, Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { nobody, teamPrefix } from '@/lib/sla/policies/choices'
import { targets, targetWord } from '@/lib/sla/target'
import { priorities, priorityWord } from '@/lib/tickets/ticket'
import type { StepDraft } from './sla-step-draft'

interface SlaStepProps {
  readonly index: number
  readonly step: StepDraft
  readonly people: readonly Choice[]
  readonly teams: readonly Choice[]
  readonly onChange: (step: StepDraft) => void
  readonly onRemove: () => void
}

type Typed = ChangeEvent<HTMLInputElement | HTMLSelectElement>

export function SlaStep({ index, step, people, teams, onChange, onRemove }: SlaStepProps) {
  const name = (field: keyof StepDraft) => `steps.${index}.${field}`
  const text = (field: Exclude<keyof StepDraft, 'priorities' | 'actions' | 'teams'>) => ({
    value: step[field],
    onChange: (event: Typed) => onChange({ ...step, [field]: event.target.value }),
  })
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border p-4">
      <legend className="px-1 font-medium text-console">Step {index + 1}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={name('key')} label="Key" hint="Its name in the history: sla.…" required>
          <TextInput
            {...text('key')}
            placeholder="urgent_escalation"
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
        <Field name={name('target')} label="Target" hint="Whose clock it follows">
          <Select {...text('target')} choices={targetChoices} />
        </Field>
        <Field name={name('when')} label="When">
          <Select {...text('when')} choices={whenChoices} />
        </Field>
        {step.when !== 'due' && (
          <Field name={name('amount')} label={step.when === 'share' ? 'Share' : 'How long'} required>
            <TextInput
              {...text('amount')}
              placeholder={step.when === 'share' ? '80 %' : '30 min'}
              maxLength={60}
              autoComplete="off"
            />
          </Field>
        )}
      </div>
      <CheckGroup
        name={name('priorities')}
        legend="Only while the priority is"
        hint="None checked: whatever it is"
        choices={priorityChoices}
        checked={step.priorities}
        onChange={(checked) => onChange({ ...step, priorities: checked })}
      />
      <CheckGroup
        name={name('actions')}
        legend="Notify"
        choices={people}
        checked={step.actions}
        onChange={(checked) => onChange({ ...step, actions: checked })}
      />
      {teams.length > 0 && (
        <CheckGroup
          name={name('teams')}
          legend="Notify everybody of"
          choices={teams}
          checked={step.teams}
          onChange={(checked) => onChange({ ...step, teams: checked })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={name('reassign')} label="Reassign">
          <Select
            {...text('reassign')}
            placeholder="Leave it as it is"
            choices={[
              { value: nobody, label: 'To nobody' },
              ...teams.map(({ value, label }) => ({
                value: `${teamPrefix}${value}`,
                label: `To the team ${label}`,
              })),
              ...people,
            ]}
          />
        </Field>
        <Field name={name('prioritize')} label="Priority">
          <Select {...text('prioritize')} placeholder="Leave it as it is" choices={priorityChoices} />
        </Field>
        <Field name={name('tag')} label="Tag it" hint="Several with commas between them">
          <TextInput
            {...text('tag')}
            placeholder="escalated"
            maxLength={300}
            autoComplete="off"
            autoCapitalize="none"
          />
        </Field>
      </div>
      <Button variant="danger" size={28} onClick={onRemove} className="self-start">
        <Trash aria-hidden="true" className="size-3.5" />
        Remove step {index + 1}
      </Button>
    </fieldset>
  )
}

const targetChoices = targets.map((target) => ({ value: target, label: targetWord[target] }))

const priorityChoices = priorities
  .toReversed()
  .map((priority) => ({ value: priority, label: priorityWord[priority] }))

const whenChoices = [
  { value: 'due', label: 'When it is due' },
  { value: 'before', label: 'Before it is due' },
  { value: 'after', label: 'After it was due' },
  { value: 'share', label: 'At a share of the target' },
]
