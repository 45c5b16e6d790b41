import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { nameLimit } from '@/lib/wallboards/wallboard'

export const AddWallboard = ({ action }: { readonly action: FormAction }) => (
  <Form action={action} resetOnDone className="flex flex-wrap items-end gap-x-2 gap-y-3">
    <Field name="name" label="Name" className="flex-1 basis-56 sm:max-w-72">
      <TextInput maxLength={nameLimit} autoComplete="off" placeholder="Support room" />
    </Field>
    <SubmitButton>Add wallboard</SubmitButton>
  </Form>
)
