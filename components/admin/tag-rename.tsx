'use client'

import { Field } from '@/components/ui/field'
import { Form, type FormAction, useForm } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { mergeHref } from './tag-places'

interface TagRenameProps {
  readonly action: FormAction
  readonly name: string
}

export function TagRename({ action, name }: TagRenameProps) {
  return (
    <Form action={action} className="flex flex-col gap-4">
      <input type="hidden" name="tag" value={name} />
      <Field
        name="name"
        label="Name"
        hint="Letters, digits and dashes. What bears the tag keeps it under its new name, and so do canned replies and policies."
        required
      >
        <TextInput
          defaultValue={name}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary">Rename</SubmitButton>
        <MergeInstead name={name} />
      </div>
    </Form>
  )
}

/** The name was another tag's: perhaps the two are one. */
function MergeInstead({ name }: { readonly name: string }) {
  const { state } = useForm()
  if (state.status !== 'refused' || state.instead === undefined) return null
  return <LinkButton href={mergeHref(name, state.instead)}>Merge into “{state.instead}” instead…</LinkButton>
}
