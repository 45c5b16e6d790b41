'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'

interface OrganizationJoinProps {
  readonly action: FormAction
  readonly uid: string
}

export function OrganizationJoin({ action, uid }: OrganizationJoinProps) {
  return (
    <Form action={action} resetOnDone className="flex flex-col gap-3">
      <input type="hidden" name="organization" value={uid} />
      <div className="flex flex-wrap items-end gap-2">
        <Field name="email" label="E-mail address of a customer" className="flex-1 basis-60">
          <TextInput
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <SubmitButton variant="secondary">Add</SubmitButton>
      </div>
      <MoveInstead />
    </Form>
  )
}

/** They belong to another organization: whoever adds them has to mean it. */
function MoveInstead() {
  const { state } = useForm()
  if (state.status !== 'refused' || state.instead === undefined) return null
  return (
    <Button type="submit" name="from" value={state.instead} className="self-start">
      Move them here
    </Button>
  )
}
