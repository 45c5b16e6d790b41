import type { Metadata } from 'next'
import { FilingForm } from '@/components/portal/filing-form'
import { FormSkeleton } from '@/components/portal/skeletons'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { PageHeader } from '@/components/ui/page-header'
import { requireCustomer } from '@/lib/auth/session'
import { filingChoices } from '@/lib/portal/find'
import { zoneInWords } from '@/lib/portal/promise'
import type { Customer } from '@/lib/viewer'

export const metadata: Metadata = { title: 'New request' }

export default async function NewRequestPage() {
  const customer = await requireCustomer()
  return (
    <div className="mx-auto max-w-portal">
      <PageHeader
        title="New request"
        description="Tell us what happened. You see at once when to expect us."
      />
      <div className="mt-8">
        <Arriving fallback={<FormSkeleton />}>
          <Filing customer={customer} />
        </Arriving>
      </div>
    </div>
  )
}

async function Filing({ customer }: { readonly customer: Customer }) {
  const { categories, aims } = await filingChoices(customer)
  return (
    <Clock now={new Date()} timeZone={customer.timeZone}>
      <FilingForm
        categories={categories}
        aims={aims}
        draft={`new request of ${customer.email}`}
        zone={zoneInWords(customer.timeZone)}
      />
    </Clock>
  )
}
