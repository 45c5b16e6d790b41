import type { ReactNode } from 'react'
import { CheckList } from '@/components/ui/check-list'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Colleague } from '@/lib/people/person'
import type { NewTeam } from '@/lib/teams/team'

interface TeamFormProps {
  readonly action: FormAction
  readonly team: NewTeam
  /** Everybody who can be a member. */
  readonly people: readonly Colleague[]
  /** What the button says. */
  readonly submit: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function TeamForm({ action, team, people, submit, children }: TeamFormProps) {
  return (
    <Form action={action} className="flex flex-col gap-5">
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
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <LinkButton href="/admin/teams" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
