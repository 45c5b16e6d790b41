import Shapes from 'lucide-react/icons/shapes'
import { Nothing } from '@/components/charts/nothing'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { type Behind, queueBehind } from '@/lib/analytics/behind'
import type { CategoryRow } from '@/lib/analytics/categories-report'
import { definitions } from '@/lib/analytics/definitions'
import type { Scope } from '@/lib/analytics/scope'
import { percentOf } from '@/lib/analytics/totals'
import { reportHref } from '../address'
import { Amount } from '../amount'
import { counted, timed } from '../columns'
import { type Order, readOrder } from '../order'
import { satisfactionOf } from '../satisfaction'
import { type Column, SortableTable } from '../sortable-table'
import { reports } from '../tabs'

interface CategoriesReportProps {
  readonly rows: readonly CategoryRow[]
  readonly scope: Scope
  readonly params: Parameters<typeof readOrder>[0]
}

const usual: Order = { sort: 'created', dir: 'desc' }

/** What came in of each category, and how it was answered. */
export function CategoriesReport({ rows, scope, params }: CategoriesReportProps) {
  if (rows.length === 0)
    return (
      <EmptyState icon={<Shapes />} title="Nothing happened in these days">
        A category gets a row once a ticket of it is created, resolved or rated, or something promised is due.
      </EmptyState>
    )
  const columns = columnsOf(scope)
  return (
    <SortableTable
      title="Categories"
      head={category}
      columns={columns}
      rows={rows}
      order={readOrder(
        params,
        [category, ...columns].map(({ name }) => name),
        usual,
      )}
      usual={usual}
      href={reportHref(reports.categories.path, scope)}
    />
  )
}

const category: Column<CategoryRow> = {
  name: 'category',
  label: 'Category',
  by: ({ label }) => label,
  show: ({ label }) => <span dir="auto">{label}</span>,
}

function columnsOf(scope: Scope): readonly Column<CategoryRow>[] {
  const behind =
    (what: Behind) =>
    ({ name }: CategoryRow) =>
      queueBehind(scope, { what, period: scope.period }, { category: [name] })
  return [
    counted('created', 'Created', definitions.created, (row) => row.created, behind('created')),
    counted('resolved', 'Resolved', definitions.resolved, (row) => row.resolved, behind('resolved')),
    timed(
      'first',
      'First response',
      definitions.firstResponse,
      (row) => row.firstResponse,
      behind('first_response'),
    ),
    timed('resolution', 'Resolution', definitions.resolution, (row) => row.resolution, behind('settled')),
    {
      name: 'kept',
      label: 'SLA kept',
      of: definitions.keptTargets,
      by: ({ kept }) => percentOf(kept),
      show: (row) => <Amount measure="percent" value={percentOf(row.kept)} href={behind('due')(row)} />,
    },
    counted('late', 'Late', definitions.lateTargets, ({ kept }) => kept.of - kept.n, behind('missed')),
    {
      name: 'satisfaction',
      label: 'Satisfaction',
      of: definitions.satisfaction,
      by: ({ ratings }) => satisfactionOf(ratings),
      show: (row) => <Satisfaction {...row} happy={behind('happy')(row)} rated={behind('rated')(row)} />,
    },
  ]
}

type SatisfactionProps = Pick<CategoryRow, 'ratings'> & { readonly happy: string; readonly rated: string }

function Satisfaction({ ratings, happy, rated }: SatisfactionProps) {
  const share = satisfactionOf(ratings)
  if (ratings.of === 0) return <Nothing words="not rated" />
  return (
    <>
      {share !== null && <Amount measure="percent" value={share} href={happy} />}
      <Link href={rated} className="ms-1 inline-block min-w-13 text-fg-muted hover:underline">
        n = {ratings.of}
        {share === null && ', too few'}
      </Link>
    </>
  )
}
