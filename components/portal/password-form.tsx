import { changePassword } from '@/app/(portal)/account/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { TryAgain } from './try-again'

interface PasswordFormProps {
  readonly email: string
  /** "Oslo time". */
  readonly zone: string
}

export function PasswordForm({ email, zone }: PasswordFormProps) {
  return (
    <Form action={changePassword} resetOnDone className="flex flex-col gap-4">
      {/* Password managers want to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TryAgain what="You can try again" zone={zone} />
      <Field name="password" label="Your password now">
        <TextInput type="password" autoComplete="current-password" required />
      </Field>
      <Field
        name="newPassword"
        label="New password"
        hint="At least 12 characters; a few words make a good one."
      >
        <TextInput type="password" autoComplete="new-password" required />
      </Field>
      <div>
        <SubmitButton variant="secondary">Change password</SubmitButton>
      </div>
    </Form>
  )
}
