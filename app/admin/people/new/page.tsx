import type { Metadata } from 'next'
import { FormPage } from '@/components/admin/form-page'
import { PersonForm } from '@/components/admin/person-form'
import { requireAdmin } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { timeZones } from '@/lib/time-zone'
import { addSomebody } from '../actions'

export const metadata: Metadata = { title: 'Add person' }

export default async function NewPerson() {
  await requireAdmin()
  const { timeZone } = await currentSettings()
  return (
    <FormPage title="Add person" back={{ href: '/admin/people', label: 'People' }}>
      <PersonForm action={addSomebody} timeZone={timeZone} timeZones={timeZones} />
    </FormPage>
  )
}
