import type { Metadata } from 'next'
import { FormPage } from '@/components/admin/form-page'
import { formChoices } from '@/components/admin/sla-form-choices'
import { SlaPolicyForm } from '@/components/admin/sla-policy-form'
import { requireAdmin } from '@/lib/auth/session'
import { policyChoices } from '@/lib/sla/policies/find'
import { blankPolicy } from '@/lib/sla/policies/words'
import { addPolicy } from '../actions'

export const metadata: Metadata = { title: 'New SLA policy' }

export default async function NewPolicy() {
  const choices = await policyChoices(await requireAdmin())
  return (
    <FormPage
      title="New policy"
      description="It is asked after the others, and before the one that closes the list."
      back={{ href: '/admin/sla', label: 'SLA' }}
    >
      <SlaPolicyForm
        action={addPolicy}
        policy={blankPolicy}
        choices={formChoices(choices)}
        confirm="Add policy"
      />
    </FormPage>
  )
}
