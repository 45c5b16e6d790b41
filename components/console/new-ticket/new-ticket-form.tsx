import { fileTicketOnBehalf } from '@/app/console/tickets/new/actions'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { newUid } from '@/components/ui/new-uid'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Choices } from '@/lib/tickets/find'
import { bodyLimit, type Priority, priorities, priorityWord } from '@/lib/tickets/ticket'
import { withKey } from '../keys'
import { allOpenHref } from '../queue/address'
import { CustomerFields } from './customer-fields'
import { FormByKey } from './form-by-key'
import { TagsField } from './tags-field'

interface NewTicketFormProps {
  /** Of the customer to begin with; empty: nobody yet. */
  readonly email: string
  readonly priority: Priority
  readonly choices: Choices
  /** Who writes: people may share a computer, and each keeps what they typed. */
  readonly writer: string
}

/** What a customer says on the phone, and what colleagues have to know of it. */
export function NewTicketForm({ email, priority, choices, writer }: NewTicketFormProps) {
  return (
    <FormByKey action={fileTicketOnBehalf} draft={`new ticket by ${writer}`} className="flex flex-col gap-5">
      <input type="hidden" name="submission" value={newUid()} autoComplete="off" />
      <CustomerFields email={email} />
      <Field name="subject" label="Subject" required>
        <TextInput autoFocus={email !== ''} autoComplete="off" />
      </Field>
      <Field
        name="details"
        label="What the customer says"
        hint="The customer reads it as their first message. Write what only colleagues should know as a note afterwards."
        required
      >
        <TextArea rows={6} limit={bodyLimit} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="priority" label="Priority">
          <Select
            defaultValue={priority}
            choices={priorities.toReversed().map((value) => ({ value, label: priorityWord[value] }))}
          />
        </Field>
        <Field name="category" label="Category">
          <Select
            placeholder="None"
            choices={choices.categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Field>
        <Field name="team" label="Team">
          <Select
            placeholder="None"
            choices={choices.teams.map(({ uid, name }) => ({ value: uid, label: name }))}
          />
        </Field>
      </div>
      <TagsField />
      <div className="flex flex-wrap gap-2">
        <SubmitButton title={withKey('File ticket', 'send')}>File ticket</SubmitButton>
        <LinkButton href={allOpenHref} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </FormByKey>
  )
}
