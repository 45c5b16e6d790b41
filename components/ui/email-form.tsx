import type { ReactNode } from 'react'
import { Field } from './field'
import { Form, type FormAction } from './form'
import { SubmitButton } from './submit-button'
import { TextInput } from './text-input'

interface EmailFormProps {
  readonly action: FormAction
  readonly email: string
  /** What else is posted. */
  readonly children?: ReactNode
}

/** Where somebody is reached, and signs in. Works without JavaScript. */
export const EmailForm = ({ action, email, children }: EmailFormProps) => (
  <Form action={action} className="flex flex-col gap-3">
    {children}
    <Field name="newEmail" label="E-mail address" hint="They sign in with it from then on" required>
      <TextInput
        type="email"
        defaultValue={email}
        autoComplete="off"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
    </Field>
    <div>
      <SubmitButton variant="secondary">Change address</SubmitButton>
    </div>
  </Form>
)
