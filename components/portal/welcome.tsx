import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { tookTooLong as tooLong } from '@/lib/patience'
import type { OwnTicketLine } from '@/lib/portal/find'
import { RequestList } from './request-list'

const shown = 5

interface WelcomeProps {
  readonly name: string
  /** As `ownTickets` orders them: those that wait for the customer first. */
  readonly tickets: readonly OwnTicketLine[]
  /** There are more than these. */
  readonly more: boolean
  /** The database ended the reading of them. */
  readonly tookTooLong: boolean
}

/** The start page of a customer: what needs them, and what is going on. */
export function Welcome({ name, tickets, more, tookTooLong }: WelcomeProps) {
  const waiting = tickets.filter(({ status }) => status === 'pending')
  const recent = tickets.filter(({ status }) => status !== 'pending').slice(0, shown)
  return (
    <div className="mx-auto max-w-portal">
      <PageHeader
        title={`Hello, ${name.split(/\s+/)[0]}`}
        description={tookTooLong ? undefined : waitingWords(tickets.length, waiting.length, more)}
        actions={
          <LinkButton href="/tickets/new" variant="primary">
            New request
          </LinkButton>
        }
      />
      <div className="mt-8 space-y-8">
        {waiting.length > 0 && <RequestList title="Needs your reply" tickets={waiting.slice(0, shown)} />}
        {recent.length > 0 && <RequestList title="Recent" tickets={recent} />}
        {tookTooLong && <EmptyState title={tooLong.title}>Try again in a moment.</EmptyState>}
        {tickets.length === 0 && !tookTooLong && (
          <EmptyState title="You have not asked us anything yet">
            When you do, your requests and our answers are here.
          </EmptyState>
        )}
      </div>
      {tickets.length > 0 && (
        <p className="mt-4">
          <Link
            href="/tickets"
            className="inline-flex min-h-9 items-center rounded-control font-medium text-accent-text text-message underline-offset-4 hover:underline pointer-coarse:min-h-11"
          >
            All my requests
          </Link>
        </p>
      )}
    </div>
  )
}

function waitingWords(all: number, waiting: number, more: boolean) {
  if (all === 0) return 'Ask a question or tell us what is broken.'
  if (waiting === 0) return 'Nothing is waiting for you.'
  if (more && waiting === all) return `More than ${waiting} requests need your reply.`
  return waiting === 1 ? 'One request needs your reply.' : `${waiting} requests need your reply.`
}
