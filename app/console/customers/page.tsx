import type { Metadata } from 'next'
import { CustomerTable } from '@/components/console/customers/customer-table'
import { customersPath } from '@/components/console/customers/places'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ListSearch } from '@/components/ui/list-search'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { ResultsSaid } from '@/components/ui/results-said'
import { requireAgent } from '@/lib/auth/session'
import { readAsked } from '@/lib/page'
import { customerPage } from '@/lib/people/customers'

export const metadata: Metadata = { title: 'Customers' }

export default async function Customers({ searchParams }: PageProps<'/console/customers'>) {
  const agent = await requireAgent()
  const { q, ...place } = readAsked(await searchParams)
  const { rows, next, previous } = await customerPage(agent, { q, ...place })
  const asked = q !== undefined || place.after !== undefined || place.before !== undefined
  return (
    <Clock now={new Date().toISOString()} timeZone={agent.timeZone}>
      <div className="mx-auto flex w-full max-w-wide flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader title="Customers" description="Everybody who may ask for help, by name." />
        <ListSearch
          path={customersPath}
          words={q}
          label="Search customers"
          placeholder="Name or e-mail address"
        />
        <ResultsSaid asked={q} count={rows.length} paged={Boolean(next || previous)} />
        {rows.length > 0 ? <CustomerTable customers={rows} /> : <Nothing asked={asked} />}
        <Pager
          href={q ? `${customersPath}?q=${encodeURIComponent(q)}` : customersPath}
          next={next}
          previous={previous}
        />
      </div>
    </Clock>
  )
}

function Nothing({ asked }: { readonly asked: boolean }) {
  if (!asked)
    return (
      <EmptyState title="There are no customers yet">
        They appear here once they have an account, or an admin adds them.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No customer matches"
      action={<LinkButton href={customersPath}>Show all customers</LinkButton>}
    >
      Letters of a name or of an e-mail address find somebody, in any order.
    </EmptyState>
  )
}
