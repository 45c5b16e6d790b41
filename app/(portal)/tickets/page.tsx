import type { Metadata } from 'next'
import { MyRequests } from '@/components/portal/my-requests'
import { PageTurned } from '@/components/portal/page-turned'
import { SearchForm } from '@/components/portal/search-form'
import { ListSkeleton } from '@/components/portal/skeletons'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { PageHeader } from '@/components/ui/page-header'
import { requireCustomer } from '@/lib/auth/session'
import { asked } from '@/lib/portal/asked'
import { ownTickets } from '@/lib/portal/find'
import type { Customer } from '@/lib/viewer'

export async function generateMetadata({ searchParams }: PageProps<'/tickets'>): Promise<Metadata> {
  const { q, page } = asked(await searchParams)
  const parts = [q && `“${q}”`, page > 1 && `page ${page}`, 'My requests']
  return { title: parts.filter(Boolean).join(' · ') }
}

export default async function MyRequestsPage({ searchParams }: PageProps<'/tickets'>) {
  const customer = await requireCustomer()
  const query = asked(await searchParams)
  return (
    <div className="mx-auto max-w-portal">
      <PageHeader title="My requests" />
      <SearchForm q={query.q} />
      <PageTurned page={query.page} />
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
