import type { ReactNode } from 'react'
import { Field } from './field'
import { Form, type FormAction } from './form'
import { PasswordInput } from './password-input'
import { SubmitButton } from './submit-button'

interface SetPasswordFormProps {
  readonly action: FormAction
  /** What else is posted: whose it is. */
  readonly children: ReactNode
}

/** A new password for somebody else. */
export function SetPasswordForm({ action, children }: SetPasswordFormProps) {
  return (
    <section className="border-t pt-5">
      <h2 className="font-semibold text-message">Set a new password</h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        For who forgot theirs or never had one. It signs them out everywhere at once. No mail is sent: tell
        them yourself.
      </p>
      <Form action={action} resetOnDone className="flex flex-col gap-3">
        {children}
        <Field
          name="newPassword"
          label="New password"
          hint="At least 12 characters; a few words make a good one."
          required
        >
          <PasswordInput autoComplete="new-password" />
        </Field>
        <SubmitButton variant="secondary" className="self-start">
          Set password
        </SubmitButton>
      </Form>
    </section>
  )
}
