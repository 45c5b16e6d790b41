import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormPage } from '@/components/admin/form-page'
import { NamingPolicies } from '@/components/admin/naming-policies'
import { TeamFacts } from '@/components/admin/team-facts'
import { TeamForm } from '@/components/admin/team-form'
import { TeamRetire } from '@/components/admin/team-retire'
import { requireAdmin } from '@/lib/auth/session'
import { staff } from '@/lib/people/find'
import { policiesNamingTeam, teamList } from '@/lib/teams/find'
import { seen } from '@/lib/teams/team'
import { changeTeam, takeOutTeam } from '../actions'

export const metadata: Metadata = { title: 'Team' }

export default async function EditTeam({ params }: PageProps<'/admin/teams/[team]'>) {
  const admin = await requireAdmin()
  const { team: uid } = await params
  const team = (await teamList(admin)).find((one) => one.uid === uid)
  if (!team) notFound()
  const { name, members, giving, retiredAt } = team
  const [people, policies] = await Promise.all([staff(admin), policiesNamingTeam(admin, uid)])
  const back = { href: '/admin/teams', label: 'Teams' }
  if (retiredAt)
    return (
      <FormPage title={name} description="Retired" back={back}>
        <TeamFacts members={members} />
        <NamingPolicies policies={policies} what="this team" />
      </FormPage>
    )
  return (
    <FormPage title={name} back={back}>
      <TeamForm
        action={changeTeam}
        team={{ name, members: members.map(({ email }) => email), giving }}
        people={people}
        submit="Save team"
      >
        <input type="hidden" name="team" value={uid} />
        <input type="hidden" name="from" value={seen(team)} />
      </TeamForm>
      <NamingPolicies policies={policies} what="this team" />
      <TeamRetire action={takeOutTeam} team={team} named={policies.length > 0} />
    </FormPage>
  )
}
