import type { Metadata } from 'next'
import { PeopleTable } from '@/components/admin/people-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ListSearch } from '@/components/ui/list-search'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ResultsSaid } from '@/components/ui/results-said'
import { requireAdmin } from '@/lib/auth/session'
import { readAsked } from '@/lib/page'
import { staffList } from '@/lib/people/find'

export const metadata: Metadata = { title: 'People' }

export default async function People({ searchParams }: PageProps<'/admin/people'>) {
  const admin = await requireAdmin()
  const asked = await searchParams
  const { q } = readAsked(asked)
  const people = await staffList(admin, q)
  const colleague = people.find(({ email }) => email === asked.added)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="People"
        description="Everybody who works here, and who did. Customers are added here too, but not listed."
        actions={
          <LinkButton href="/admin/people/new" variant="primary">
            Add person
          </LinkButton>
        }
      />
      {colleague && (
        <Notice tone="good" live>
          {colleague.name} can sign in now, as {colleague.email}.
        </Notice>
      )}
      {asked.added === 'customer' && (
        <Notice tone="good" live>
          The customer can sign in now.
        </Notice>
      )}
      <ListSearch path="/admin/people" words={q} label="Search people" placeholder="Name or e-mail address" />
      <ResultsSaid asked={q} count={q === undefined ? null : people.length} />
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <EmptyState
          title="Nobody matches"
          action={<LinkButton href="/admin/people">Show everybody</LinkButton>}
        >
          Letters of a name or of an e-mail address find somebody, in any order.
        </EmptyState>
      )}
    </div>
  )
}
