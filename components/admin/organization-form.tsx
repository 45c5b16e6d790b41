import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type NewOrganization, notesLimit } from '@/lib/organizations/organization'
import { organizationsPath } from './organization-places'

interface OrganizationFormProps {
  readonly action: FormAction
  readonly organization: NewOrganization
  /** What the button says. */
  readonly submit: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function OrganizationForm({ action, organization, submit, children }: OrganizationFormProps) {
  return (
    <Form action={action} className="flex flex-col gap-5">
      {children}
      <Field name="name" label="Name" hint="The company that customers work for" required>
        <TextInput defaultValue={organization.name} maxLength={120} autoComplete="off" />
      </Field>
      <Field
        name="notes"
        label="Notes for agents"
        hint="What they should know when somebody of it writes: a contract, a contact, a habit. Customers never see it."
      >
        <TextArea defaultValue={organization.notes} limit={notesLimit} rows={4} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <LinkButton href={organizationsPath} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
