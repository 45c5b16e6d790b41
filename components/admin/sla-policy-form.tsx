'use client'

import { type ReactNode, useState } from 'react'
import { CheckGroup } from '@/components/ui/check-group'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { type Choice, Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { pausingStatuses } from '@/lib/sla/policies/choices'
import type { PolicyRow } from '@/lib/sla/policies/policy-row'
import { channels, channelWord, priorities, priorityWord, statusWord } from '@/lib/tickets/ticket'
import { SlaPreview } from './sla-preview'
import { stepDraft } from './sla-step-draft'
import { StepsField } from './sla-steps'
import { TargetsField } from './sla-targets'

/** What there is to choose from, with what the policy has already although it is not offered any more. */
export interface FormChoices {
  readonly categories: readonly Choice[]
  readonly calendars: readonly Choice[]
  readonly people: readonly Choice[]
  readonly organizations: readonly Choice[]
  readonly teams: readonly Choice[]
}

interface SlaPolicyFormProps {
  readonly action: FormAction
  readonly policy: Pick<
    PolicyRow,
    'name' | 'fallback' | 'conditions' | 'targets' | 'calendar' | 'pausing' | 'steps'
  >
  readonly choices: FormChoices
  /** What the button says that saves it, after the preview. */
  readonly confirm: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function SlaPolicyForm({ action, policy, choices, confirm, children }: SlaPolicyFormProps) {
  const [calendar, setCalendar] = useState(policy.calendar?.uid ?? '')
  return (
    <Form action={action} asksBeforeLeaving className="flex flex-col gap-6">
      {children}
      <Field name="name" label="Name" hint="For admins and agents, in the list and on tickets" required>
        <TextInput defaultValue={policy.name} maxLength={80} autoComplete="off" />
      </Field>
      {policy.fallback ? (
        <p className="text-fg-muted">
          This policy closes the list: it is for every ticket that no policy above is for.
        </p>
      ) : (
        <Conditions policy={policy} choices={choices} />
      )}
      <Field
        name="calendar"
        label="Calendar"
        hint="When the clocks of its tickets count"
        className="sm:max-w-80"
      >
        <Select
          value={calendar}
          onChange={(event) => setCalendar(event.target.value)}
          placeholder="Around the clock"
          choices={choices.calendars}
        />
      </Field>
      <TargetsField
        promised={policy.targets}
        calendar={choices.calendars.find(({ value }) => value === calendar)?.label}
      />
      <CheckGroup
        name="pausing"
        legend="The resolution clock stands still while"
        hint="Responses always count: the customer is still waiting."
        choices={pausingStatuses.map((status) => ({ value: status, label: statusWord[status] }))}
        checked={policy.pausing}
      />
      <StepsField steps={policy.steps.map(stepDraft)} people={choices.people} teams={choices.teams} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Preview</SubmitButton>
        <LinkButton href="/admin/sla" variant="quiet">
          Cancel
        </LinkButton>
      </div>
      <SlaPreview confirm={confirm} />
    </Form>
  )
}

interface ConditionsProps {
  readonly policy: Pick<PolicyRow, 'conditions'>
  readonly choices: FormChoices
}

function Conditions({
  policy: { conditions },
  choices: { categories, organizations, teams },
}: ConditionsProps) {
  return (
    <section aria-labelledby="conditions-title" className="flex flex-col gap-3">
      <div>
        <h2 id="conditions-title" className="font-semibold text-message">
          For which tickets
        </h2>
        <p className="text-fg-muted text-meta">
          All groups have to fit. A group in which nothing is checked is not asked.
        </p>
      </div>
      <CheckGroup
        name="conditions.priorities"
        legend="Priority"
        choices={priorities
          .toReversed()
          .map((priority) => ({ value: priority, label: priorityWord[priority] }))}
        checked={conditions.priorities}
      />
      {categories.length > 0 && (
        <CheckGroup
          name="conditions.categories"
          legend="Category"
          choices={categories}
          checked={conditions.categories.map(({ slug }) => slug)}
        />
      )}
      <CheckGroup
        name="conditions.channels"
        legend="Channel"
        choices={channels.map((channel) => ({ value: channel, label: channelWord[channel] }))}
        checked={conditions.channels}
      />
      {organizations.length > 0 && (
        <CheckGroup
          name="conditions.organizations"
          legend="Organization"
          choices={organizations}
          checked={conditions.organizations.map(({ uid }) => uid)}
        />
      )}
      {teams.length > 0 && (
        <CheckGroup
          name="conditions.teams"
          legend="Team"
          choices={teams}
          checked={conditions.teams.map(({ uid }) => uid)}
        />
      )}
      <Field name="conditions.tags" label="Tags" hint="Any of these, with commas between them">
        <TextInput
          defaultValue={conditions.tags.join(', ')}
          placeholder="vip, renewal"
          maxLength={300}
          autoComplete="off"
          autoCapitalize="none"
        />
      </Field>
    </section>
  )
}
