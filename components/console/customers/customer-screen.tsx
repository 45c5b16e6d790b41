import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Clock } from '@/components/ui/clock'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { CustomerFacts } from '@/lib/people/customer'
import { customersPath } from './places'

interface CustomerScreenProps {
  readonly customer: CustomerFacts
  readonly now: Date
  readonly timeZone: string
  /** The tickets, and what stands beside them. */
  readonly children: ReactNode
}

/** One customer: what they asked at the left, who they are at the right, below each other where there is no room. */
export function CustomerScreen({ customer, now, timeZone, children }: CustomerScreenProps) {
  const { name, email, deactivatedAt, openTickets } = customer
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <div className="mx-auto flex w-full max-w-wide flex-col gap-6 px-4 py-4 lg:px-6">
        <PageHeader
          title={
            <span className="flex items-center gap-2.5">
              <Avatar name={name} size={32} />
              <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
              {deactivatedAt && <Badge>Deactivated</Badge>}
            </span>
          }
          description={openWords(openTickets)}
          actions={
            !deactivatedAt && (
              <LinkButton href={`/console/tickets/new?email=${encodeURIComponent(email)}`}>
                New ticket
              </LinkButton>
            )
          }
          back={
            <Link href={customersPath} className="inline-flex min-h-6 items-center gap-1 hover:text-fg">
              <ArrowLeft aria-hidden="true" className="size-3.5" />
              Customers
            </Link>
          }
        />
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">{children}</div>
      </div>
    </Clock>
  )
}

function openWords(count: number) {
  if (count === 0) return 'No open tickets'
  return count === 1 ? '1 open ticket' : `${count} open tickets`
}
