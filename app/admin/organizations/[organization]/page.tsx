import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormPage } from '@/components/admin/form-page'
import { NamingPolicies } from '@/components/admin/naming-policies'
import { OrganizationForm } from '@/components/admin/organization-form'
import { OrganizationMembers } from '@/components/admin/organization-members'
import { organizationsPath } from '@/components/admin/organization-places'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { requireAdmin } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { organizationByUid, policiesFor } from '@/lib/organizations/find'
import { seen } from '@/lib/organizations/organization'
import { membersOf } from '@/lib/organizations/pages'
import { readAsked } from '@/lib/page'
import type { Admin } from '@/lib/viewer'
import { addMember, changeOrganization, removeMember } from '../actions'

export const metadata: Metadata = { title: 'Organization' }

export default async function EditOrganization({
  params,
  searchParams,
}: PageProps<'/admin/organizations/[organization]'>) {
  const admin = await requireAdmin()
  const organization = await openOrganization(admin, (await params).organization)
  const { saved, ...query } = await searchParams
  const { uid, name, notes, people } = organization
  const [members, policies] = await Promise.all([
    membersOf(admin, uid, readAsked(query)),
    policiesFor(admin, uid),
  ])
  return (
    <FormPage
      title={name}
      description={people > 0 && <Tickets uid={uid} />}
      back={{ href: organizationsPath, label: 'Organizations' }}
    >
      {saved === 'new' && (
        <Notice tone="good" live>
          “{name}” is added. Say who works there, below.
        </Notice>
      )}
      <OrganizationForm
        key={seen(organization)}
        action={changeOrganization}
        organization={{ name, notes }}
        submit="Save organization"
      >
        <input type="hidden" name="organization" value={uid} />
        <input type="hidden" name="from" value={seen(organization)} />
      </OrganizationForm>
      <OrganizationMembers uid={uid} count={people} members={members} add={addMember} remove={removeMember} />
      <NamingPolicies policies={policies} what="this organization" />
    </FormPage>
  )
}

async function openOrganization(admin: Admin, uid: string) {
  try {
    return await organizationByUid(admin, uid)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
}

function Tickets({ uid }: { readonly uid: string }) {
  return (
    <Link href={`/console/tickets?organization=${uid}`} className="text-accent-text hover:underline">
      Open tickets of its customers
    </Link>
  )
}
