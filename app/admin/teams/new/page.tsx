import type { Metadata } from 'next'
import { FormPage } from '@/components/admin/form-page'
import { TeamForm } from '@/components/admin/team-form'
import { requireAdmin } from '@/lib/auth/session'
import { staff } from '@/lib/people/find'
import { noGiving } from '@/lib/teams/team'
import { addTeam } from '../actions'

export const metadata: Metadata = { title: 'New team' }

export default async function NewTeam() {
  const people = await staff(await requireAdmin())
  return (
    <FormPage title="New team" back={{ href: '/admin/teams', label: 'Teams' }}>
      <TeamForm
        action={addTeam}
        team={{ name: '', members: [], giving: noGiving }}
        people={people}
        submit="Add team"
      />
    </FormPage>
  )
}
