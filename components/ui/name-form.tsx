import type { ReactNode } from 'react'
import { Field } from './field'
import { Form, type FormAction } from './form'
import { SubmitButton } from './submit-button'
import { TextInput } from './text-input'

interface NameFormProps {
  readonly action: FormAction
  readonly name: string
  readonly hint: string
  /** Of whoever looks. */
  readonly own?: boolean
  /** What else is posted. */
  readonly children?: ReactNode
}

/** What somebody is called. Works without JavaScript. */
export const NameForm = ({ action, name, hint, own = false, children }: NameFormProps) => (
  <Form action={action} className="flex flex-col gap-3">
    {children}
    <Field name="name" label="Name" hint={hint} required>
      <TextInput defaultValue={name} maxLength={200} autoComplete={own ? 'name' : 'off'} />
    </Field>
    <div>
      <SubmitButton variant="secondary">Change name</SubmitButton>
    </div>
  </Form>
)
