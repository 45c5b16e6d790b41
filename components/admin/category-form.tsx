import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Category } from '@/lib/categories/category'

interface CategoryFormProps {
  readonly action: FormAction
  readonly category: Omit<Category, 'id'>
  /** What the button says. */
  readonly submit: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function CategoryForm({ action, category, submit, children }: CategoryFormProps) {
  return (
    <Form action={action} className="flex flex-col gap-5">
      {children}
      <Field name="name" label="Name" hint="As customers read it" required>
        <TextInput defaultValue={category.name} maxLength={100} autoComplete="off" />
      </Field>
      <Field
        name="slug"
        label="Slug"
        hint="Its name in addresses and programs. Left empty, it is made from the name."
      >
        <TextInput
          defaultValue={category.slug}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <Field
        name="description"
        label="Description"
        hint="A line under the name that tells customers when to choose it"
      >
        <TextArea defaultValue={category.description} limit={500} rows={2} />
      </Field>
      <RadioCards
        name="active"
        legend="For customers"
        columns={2}
        defaultValue={category.active ? 'yes' : 'no'}
        cards={[
          { value: 'yes', label: 'Active', description: 'Customers can choose it.' },
          { value: 'no', label: 'Inactive', description: 'No longer offered. Its tickets keep it.' },
        ]}
      />
      <Field name="displayOrder" label="Order" hint="The smallest comes first" className="max-w-40">
        <TextInput
          type="number"
          inputMode="numeric"
          min={0}
          max={9999}
          defaultValue={category.displayOrder}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <LinkButton href="/admin/categories" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
