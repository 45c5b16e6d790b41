import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccessForm } from '@/components/admin/access-form'
import { FormPage } from '@/components/admin/form-page'
import { NamingPolicies } from '@/components/admin/naming-policies'
import { RoleForm } from '@/components/admin/role-form'
import { EmailForm } from '@/components/ui/email-form'
import { ForgetQuery } from '@/components/ui/forget-query'
import { NameForm } from '@/components/ui/name-form'
import { Notice } from '@/components/ui/notice'
import { SetPasswordForm } from '@/components/ui/set-password-form'
import { ZoneForm } from '@/components/ui/zone-form'
import { requireAdmin } from '@/lib/auth/session'
import { policiesNamingPerson, staffList } from '@/lib/people/find'
import { mayChangeEmail, maySetPassword } from '@/lib/people/policy'
import { timeZones } from '@/lib/time-zone'
import {
  changeEmailOf,
  changeNameOf,
  changeRole,
  changeZoneOf,
  deactivate,
  reactivate,
  setPasswordOf,
} from '../actions'

export const metadata: Metadata = { title: 'Person' }

export default async function Person({ params, searchParams }: PageProps<'/admin/people/[email]'>) {
  const admin = await requireAdmin()
  const email = decodeURIComponent((await params).email)
  const person = (await staffList(admin)).find((one) => one.email === email)
  if (!person) notFound()
  const { moved } = await searchParams
  const policies = await policiesNamingPerson(admin, email)
  return (
    <FormPage title={person.name} description={email} back={{ href: '/admin/people', label: 'People' }}>
      {moved !== undefined && (
        <Notice tone="good" live>
          <ForgetQuery />
          They sign in with this address now.
        </Notice>
      )}
      <RoleForm action={changeRole} person={person} isSelf={admin.email === email} />
      <NameForm
        action={changeNameOf}
        name={person.name}
        hint="Customers read the first of these names"
        own={admin.email === email}
      >
        <input type="hidden" name="email" value={email} />
      </NameForm>
      {mayChangeEmail(admin, person) && (
        <EmailForm action={changeEmailOf} email={email}>
          <input type="hidden" name="email" value={email} />
        </EmailForm>
      )}
      <ZoneForm
        action={changeZoneOf}
        timeZone={person.timeZone}
        timeZones={timeZones}
        hint="In which they read times"
        own={admin.email === email}
      >
        <input type="hidden" name="email" value={email} />
      </ZoneForm>
      {maySetPassword(admin, person) && (
        <SetPasswordForm action={setPasswordOf}>
          <input type="hidden" name="email" value={email} />
        </SetPasswordForm>
      )}
      <NamingPolicies policies={policies} what="this person" pronoun="them" />
      <AccessForm
        action={person.deactivatedAt ? reactivate : deactivate}
        person={person}
        isSelf={admin.email === email}
      />
    </FormPage>
  )
}
