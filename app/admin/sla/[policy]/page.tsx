import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormPage } from '@/components/admin/form-page'
import { formChoices } from '@/components/admin/sla-form-choices'
import { SlaPolicyForm } from '@/components/admin/sla-policy-form'
import { SlaRetireForm } from '@/components/admin/sla-retire-form'
import { requireAdmin } from '@/lib/auth/session'
import { policyChoices, policyList } from '@/lib/sla/policies/find'
import { changePolicy, takeOutPolicy } from '../actions'

export const metadata: Metadata = { title: 'SLA policy' }

export default async function EditPolicy({ params }: PageProps<'/admin/sla/[policy]'>) {
  const admin = await requireAdmin()
  const { policy: uid } = await params
  const [policies, choices] = await Promise.all([policyList(admin), policyChoices(admin)])
  const policy = policies.find((one) => one.uid === uid && !one.retiredAt)
  if (!policy) notFound()
  return (
    <FormPage title={policy.name} back={{ href: '/admin/sla', label: 'SLA' }}>
      <SlaPolicyForm
        action={changePolicy}
        policy={policy}
        choices={formChoices(choices, policy)}
        confirm="Save policy"
      >
        <input type="hidden" name="policy" value={uid} />
        <input type="hidden" name="from" value={policy.changedAt.toISOString()} />
      </SlaPolicyForm>
      {!policy.fallback && <SlaRetireForm action={takeOutPolicy} policy={uid} />}
    </FormPage>
  )
}
