'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { organizationsPath } from '@/components/admin/organization-places'
import { adminAction } from '@/lib/action'
import { createOrganization } from '@/lib/organizations/create'
import { editOrganization } from '@/lib/organizations/edit'
import { joinOrganization } from '@/lib/organizations/join'
import { organizationFields, organizationUid } from '@/lib/organizations/organization'
import { emailAddress } from '@/lib/people/email'

export const addOrganization = adminAction(z.object(organizationFields), async (admin, organization) => {
  const { uid } = await createOrganization(admin, organization)
  revalidatePath(organizationsPath)
  redirect(`${organizationsPath}/${uid}?saved=new`)
})

/** `from`: the organization as the form showed it. */
const edit = z.object({ ...organizationFields, organization: organizationUid, from: z.string() })

export const changeOrganization = adminAction(edit, async (admin, { organization, from, ...to }) => {
  await editOrganization(admin, organization, to, from)
  revalidatePath(organizationsPath, 'layout')
  redirect(`${organizationsPath}?saved=${organization}`)
})

const member = z.object({ organization: organizationUid, email: emailAddress })

/** `from`: the organization that the customer was said to belong to; none: to none. */
export const addMember = adminAction(
  member.extend({ from: organizationUid.optional() }),
  async (admin, { organization, email, from = null }) => {
    await joinOrganization(admin, email, organization, from)
    revalidatePath(organizationsPath, 'layout')
    return `${email} belongs to it now.`
  },
)

export const removeMember = adminAction(member, async (admin, { organization, email }) => {
  await joinOrganization(admin, email, null, organization)
  revalidatePath(organizationsPath, 'layout')
})
