import type { ReactNode } from 'react'
import { CheckList } from '@/components/ui/check-list'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { type RadioCard, RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Colleague } from '@/lib/people/person'
import type { Giving, GivingRule, NewTeam } from '@/lib/teams/team'

interface TeamFormProps {
  readonly action: FormAction
  readonly team: Required<NewTeam>
  /** Everybody who can be a member. */
  readonly people: readonly Colleague[]
  /** What the button says. */
  readonly submit: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function TeamForm({ action, team, people, submit, children }: TeamFormProps) {
  return (
    <Form action={action} asksBeforeLeaving className="flex flex-col gap-5">
      {children}
      <Field name="name" label="Name" hint="For agents and admins, on tickets and in policies" required>
        <TextInput defaultValue={team.name} maxLength={80} autoComplete="off" />
      </Field>
      <CheckList
        name="members"
        legend="Members"
        hint="Who answers for its tickets. Somebody may be in several teams."
        searchLabel="Search people"
        choices={people.map(({ name, email }) => ({ value: email, label: name, hint: email }))}
        checked={team.members}
      />
      <GivingFields giving={team.giving} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <LinkButton href="/admin/teams" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}

function GivingFields({ giving }: { readonly giving: Giving }) {
  return (
    <section aria-labelledby="giving-title" className="flex flex-col gap-4 border-t pt-5">
      <h2 id="giving-title" className="font-semibold text-message">
        Assignment
      </h2>
      <RadioCards
        name="rule"
        legend="A ticket of this team that nobody has"
        defaultValue={giving.rule}
        cards={ruleCards}
      />
      <Field
        name="limit"
        label="Limit per agent"
        hint="Open tickets, of whatever team, from which on somebody is given no more. Left empty: no limit."
      >
        <TextInput
          inputMode="numeric"
          defaultValue={giving.limit ?? ''}
          maxLength={10}
          autoComplete="off"
          className="max-w-28"
        />
      </Field>
      <RadioCards
        name="takesBack"
        legend="When a customer writes to an agent who is away"
        columns={2}
        defaultValue={giving.takesBack ? 'yes' : 'no'}
        cards={[
          { value: 'no', label: 'Stay', description: 'The ticket waits for the agent to come back.' },
          { value: 'yes', label: 'Return to the team', description: 'The ticket is the team’s again.' },
        ]}
      />
    </section>
  )
}

const ruleCards = [
  { value: 'off', label: 'Waits', description: 'Until somebody of the team takes it.' },
  { value: 'round_robin', label: 'In turn', description: 'Goes to the next member who is there.' },
  {
    value: 'least_loaded',
    label: 'To who has least',
    description: 'Goes to the member who is there and has the fewest open tickets.',
  },
] satisfies readonly (RadioCard & { readonly value: GivingRule })[]
