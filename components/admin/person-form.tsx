import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { zoneChoices } from '@/components/ui/zone-choices'
import { roles } from '@/lib/people/roles'
import { roleCards } from './role-words'

interface PersonFormProps {
  readonly action: FormAction
  /** The one to begin with. */
  readonly timeZone: string
  readonly timeZones: readonly string[]
}

export function PersonForm({ action, timeZone, timeZones }: PersonFormProps) {
  return (
    <Form action={action} className="flex flex-col gap-5">
      <Field name="name" label="Name" hint="Customers see the first word of it" required>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <Field name="email" label="E-mail address" hint="They sign in with it" required>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <RadioCards name="role" legend="Role" columns={2} defaultValue="agent" cards={roleCards(roles)} />
      <Field name="timeZone" label="Time zone" hint="In which they read times">
        <Select choices={zoneChoices(timeZones, timeZone)} defaultValue={timeZone} />
      </Field>
      <Field
        name="password"
        label="Initial password"
        hint="At least 12 characters; a few words make a good one. No mail is sent: tell them yourself."
        required
      >
        <PasswordInput autoComplete="new-password" />
      </Field>
      <SubmitButton className="self-start">Add person</SubmitButton>
    </Form>
  )
}
