import type { Metadata } from 'next'
import { ArrivingReport } from '@/components/console/reports/arriving'
import { CategoriesReport } from '@/components/console/reports/categories/categories'
import { Computing } from '@/components/console/reports/computing'
import { ReportFrame } from '@/components/console/reports/frame'
import { categoriesReport } from '@/lib/analytics/categories-report'
import { fresh } from '@/lib/analytics/fresh'
import type { Scope } from '@/lib/analytics/scope'
import { askedReport } from '../asked'

export const metadata: Metadata = { title: 'Categories' }

type Params = Awaited<PageProps<'/console/reports/categories'>['searchParams']>

export default async function CategoriesPage({ searchParams }: PageProps<'/console/reports/categories'>) {
  const params = await searchParams
  const asked = await askedReport(params)
  return (
    <ReportFrame current="categories" title="Categories" {...asked}>
      <ArrivingReport report="categories">
        <Numbers scope={asked.scope} params={params} />
      </ArrivingReport>
    </ReportFrame>
  )
}

async function Numbers({ scope, params }: { readonly scope: Scope; readonly params: Params }) {
  if (!(await fresh())) return <Computing />
  return <CategoriesReport rows={await categoriesReport(scope)} scope={scope} params={params} />
}
