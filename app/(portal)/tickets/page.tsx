import type { Metadata } from 'next'
import { MyRequests } from '@/components/portal/my-requests'
import { SearchForm } from '@/components/portal/search-form'
import { ListSkeleton } from '@/components/portal/skeletons'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { PageHeader } from '@/components/ui/page-header'
import { requireCustomer } from '@/lib/auth/session'
import { asked } from '@/lib/portal/asked'
import { ownTickets } from '@/lib/portal/find'
import type { Customer } from '@/lib/viewer'

export const metadata: Metadata = { title: 'My requests' }

export default async function MyRequestsPage({ searchParams }: PageProps<'/tickets'>) {
  const customer = await requireCustomer()
  const query = asked(await searchParams)
  return (
    <div className="mx-auto max-w-portal">
      <PageHeader title="My requests" />
      <SearchForm q={query.q} />
      <div className="mt-8">
        <Arriving fallback={<ListSkeleton />}>
          <Found customer={customer} query={query} />
        </Arriving>
      </div>
    </div>
  )
}

interface FoundProps {
  readonly customer: Customer
  readonly query: ReturnType<typeof asked>
}

async function Found({ customer, query }: FoundProps) {
  const found = await ownTickets(customer, query)
  return (
    <Clock now={new Date()} timeZone={customer.timeZone}>
      <MyRequests {...found} query={query} />
    </Clock>
  )
}
