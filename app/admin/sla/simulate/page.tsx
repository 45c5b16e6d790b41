import type { Metadata } from 'next'
import { FormPage } from '@/components/admin/form-page'
import { Simulator } from '@/components/admin/sla-simulator'
import { requireAdmin } from '@/lib/auth/session'
import { policyChoices, policyList } from '@/lib/sla/policies/find'

export const metadata: Metadata = { title: 'Simulate SLA' }

export default async function Simulate() {
  const admin = await requireAdmin()
  const [policies, { calendars }] = await Promise.all([policyList(admin), policyChoices(admin)])
  return (
    <FormPage title="What if?" back={{ href: '/admin/sla', label: 'SLA' }}>
      <p className="text-fg-muted">
        Promise something else, and see what would have been kept: what happened to the tickets of the last
        days is replayed under the policies as they are, and as they would be. Nothing is changed.
      </p>
      <Simulator
        policies={policies
          .filter(({ retiredAt }) => !retiredAt)
          .map(({ uid, name, targets, calendar, pausing }) => ({
            uid,
            name,
            targets,
            calendar: calendar?.uid ?? '',
            pausing,
          }))}
        calendars={calendars.map(({ uid, name }) => ({ value: uid, label: name }))}
      />
    </FormPage>
  )
}
