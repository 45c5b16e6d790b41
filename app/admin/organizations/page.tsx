import type { Metadata } from 'next'
import { organizationsPath } from '@/components/admin/organization-places'
import { OrganizationTable } from '@/components/admin/organization-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ListSearch } from '@/components/ui/list-search'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { ResultsSaid } from '@/components/ui/results-said'
import { requireAdmin } from '@/lib/auth/session'
import { organizationNamed } from '@/lib/organizations/find'
import { organizationPage } from '@/lib/organizations/pages'
import { readAsked } from '@/lib/page'

export const metadata: Metadata = { title: 'Organizations' }

export default async function Organizations({ searchParams }: PageProps<'/admin/organizations'>) {
  const admin = await requireAdmin()
  const { saved, ...params } = await searchParams
  const { q, ...place } = readAsked(params)
  const [{ rows, next, previous }, written] = await Promise.all([
    organizationPage(admin, { q, ...place }),
    typeof saved === 'string' ? organizationNamed(admin, saved) : null,
  ])
  const asked = q !== undefined || place.after !== undefined || place.before !== undefined
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Organizations"
        description="The companies that customers work for. Policies can promise each of them something else."
        actions={
          <LinkButton href={`${organizationsPath}/new`} variant="primary">
            New organization
          </LinkButton>
        }
      />
      {written && (
        <Notice tone="good" live>
          “{written}” is saved.
        </Notice>
      )}
      {(rows.length > 0 || asked) && (
        <ListSearch
          path={organizationsPath}
          words={q}
          label="Search organizations"
          placeholder="Search organizations"
        />
      )}
      <ResultsSaid asked={q} count={rows.length} paged={Boolean(next || previous)} />
      {rows.length > 0 ? <OrganizationTable organizations={rows} /> : <Nothing asked={asked} />}
      <Pager
        href={q ? `${organizationsPath}?q=${encodeURIComponent(q)}` : organizationsPath}
        next={next}
        previous={previous}
      />
    </div>
  )
}

function Nothing({ asked }: { readonly asked: boolean }) {
  if (asked)
    return (
      <EmptyState
        title="No organization matches"
        action={<LinkButton href={organizationsPath}>Show all organizations</LinkButton>}
      />
    )
  return (
    <EmptyState title="There are no organizations yet">
      Until then every customer is on their own. An organization has notes for agents, and policies can ask
      for it.
    </EmptyState>
  )
}
