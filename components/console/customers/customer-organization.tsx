import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { CustomerFacts } from '@/lib/people/customer'

interface CustomerOrganizationProps {
  readonly action: FormAction
  readonly customer: Pick<CustomerFacts, 'uid' | 'organization'>
  /** Names to choose from. */
  readonly names: readonly string[]
}

/** For whom a customer works: an organization by its name, or nobody. */
export function CustomerOrganization({ action, customer, names }: CustomerOrganizationProps) {
  const { uid, organization } = customer
  return (
    <section className="border-t pt-4">
      <Form key={organization?.uid ?? 'none'} action={action} className="flex flex-col gap-3">
        <input type="hidden" name="customer" value={uid} />
        <input type="hidden" name="from" value={organization?.uid ?? ''} />
        <Field name="organization" label="Works for" hint="Empty: for no organization">
          <TextInput
            list="organizations"
            defaultValue={organization?.name ?? ''}
            maxLength={120}
            autoComplete="off"
          />
        </Field>
        <datalist id="organizations">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <SubmitButton variant="secondary" className="self-start">
          Save organization
        </SubmitButton>
      </Form>
    </section>
  )
}
