import type { Metadata } from 'next'
import { RetiredTeams } from '@/components/admin/team-retired'
import { TeamTable } from '@/components/admin/team-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { teamList } from '@/lib/teams/find'

export const metadata: Metadata = { title: 'Teams' }

export default async function Teams({ searchParams }: PageProps<'/admin/teams'>) {
  const all = await teamList(await requireAdmin())
  const { saved } = await searchParams
  const teams = all.filter(({ retiredAt }) => !retiredAt)
  const written = all.find(({ uid }) => uid === saved)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Teams"
        description="Agents who answer for the same tickets. Tickets are handed over to a team; policies can ask for it and tell it."
        actions={
          <LinkButton href="/admin/teams/new" variant="primary">
            New team
          </LinkButton>
        }
      />
      {written && (
        <Notice tone="good" live>
          “{written.name}” is {written.retiredAt ? 'retired' : 'saved'}.
        </Notice>
      )}
      {teams.length > 0 ? (
        <TeamTable teams={teams} />
      ) : (
        <EmptyState title="There are no teams yet">
          Until then every ticket is everybody’s. A team has members of your staff, and tickets can be handed
          over to it.
        </EmptyState>
      )}
      <RetiredTeams teams={all.filter(({ retiredAt }) => retiredAt)} />
    </div>
  )
}
