import type { Metadata } from 'next'
import { FormPage } from '@/components/admin/form-page'
import { OrganizationForm } from '@/components/admin/organization-form'
import { organizationsPath } from '@/components/admin/organization-places'
import { requireAdmin } from '@/lib/auth/session'
import { addOrganization } from '../actions'

export const metadata: Metadata = { title: 'New organization' }

export default async function NewOrganization() {
  await requireAdmin()
  return (
    <FormPage
      title="New organization"
      description="Its customers are added once it is there."
      back={{ href: organizationsPath, label: 'Organizations' }}
    >
      <OrganizationForm
        action={addOrganization}
        organization={{ name: '', notes: '' }}
        submit="Add organization"
      />
    </FormPage>
  )
}
