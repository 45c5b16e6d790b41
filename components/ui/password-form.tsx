import { Field } from './field'
import { Form, type FormAction } from './form'
import { PasswordInput } from './password-input'
import { SubmitButton } from './submit-button'
import { TryAgain } from './try-again'

interface PasswordFormProps {
  readonly action: FormAction
  readonly email: string
  /** "Oslo time". */
  readonly zone: string
}

/** A new password of one's own, for who knows the old one. Inside a `Clock`. */
export function PasswordForm({ action, email, zone }: PasswordFormProps) {
  return (
    <Form action={action} resetOnDone className="flex flex-col gap-4">
      {/* Password managers want to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TryAgain what="You can try again" zone={zone} />
      <Field name="password" label="Your password now">
        <PasswordInput autoComplete="current-password" required />
      </Field>
      <Field
        name="newPassword"
        label="New password"
        hint="At least 12 characters; a few words make a good one."
      >
        <PasswordInput autoComplete="new-password" required />
      </Field>
      <div>
        <SubmitButton variant="secondary">Change password</SubmitButton>
      </div>
    </Form>
  )
}
