import type { Metadata } from 'next'
import { PeopleTable } from '@/components/admin/people-table'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { staffList } from '@/lib/people/find'

export const metadata: Metadata = { title: 'People' }

export default async function People({ searchParams }: PageProps<'/admin/people'>) {
  const people = await staffList(await requireAdmin())
  const { added } = await searchParams
  const colleague = people.find(({ email }) => email === added)
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
      {added === 'customer' && (
        <Notice tone="good" live>
          The customer can sign in now.
        </Notice>
      )}
      <PeopleTable people={people} />
    </div>
  )
}
