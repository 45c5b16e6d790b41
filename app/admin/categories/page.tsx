import type { Metadata } from 'next'
import { CategoryTable } from '@/components/admin/category-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { allCategories } from '@/lib/categories/find'

export const metadata: Metadata = { title: 'Categories' }

export default async function Categories({ searchParams }: PageProps<'/admin/categories'>) {
  await requireAdmin()
  const [categories, { saved }] = await Promise.all([allCategories(), searchParams])
  const written = categories.find(({ slug }) => slug === saved)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Categories"
        description="What customers choose from when they ask for help, in this order."
        actions={
          <LinkButton href="/admin/categories/new" variant="primary">
            New category
          </LinkButton>
        }
      />
      {written && (
        <Notice tone="good" live>
          “{written.name}” is saved.{' '}
          {written.active ? 'Customers can choose it.' : 'Customers do not see it.'}
        </Notice>
      )}
      {categories.length > 0 ? (
        <CategoryTable categories={categories} />
      ) : (
        <EmptyState title="There are no categories yet">
          Customers can ask for help without one. Categories tell agents at a glance what a request is about.
        </EmptyState>
      )}
    </div>
  )
}
