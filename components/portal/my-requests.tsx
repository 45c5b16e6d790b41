import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { tookTooLong as tooLong } from '@/lib/patience'
import { askedPath } from '@/lib/portal/asked'
import type { OwnTicketLine } from '@/lib/portal/find'
import { RequestList } from './request-list'

interface Query {
  readonly q: string
  readonly page: number
}

interface MyRequestsProps {
  readonly tickets: readonly OwnTicketLine[]
  readonly more: boolean
  /** The search was ended before it had looked everywhere. */
  readonly tookTooLong: boolean
  readonly query: Query
}

export function MyRequests({ tickets, more, tookTooLong, query }: MyRequestsProps) {
  if (tookTooLong)
    return (
      <EmptyState title={tooLong.title}>{query.q ? tooLong.advice : 'Try again in a moment.'}</EmptyState>
    )
  if (tickets.length === 0) return <Nothing query={query} />
  const waiting = tickets.filter(({ status }) => status === 'pending')
  const others = tickets.filter(({ status }) => status !== 'pending')
  return (
    <>
      <div className="space-y-8">
        {waiting.length > 0 && <RequestList title={waitingTitle(query)} tickets={waiting} />}
        {others.length > 0 && <RequestList title={othersTitle(query, waiting.length)} tickets={others} />}
      </div>
      <Pages query={query} more={more} />
    </>
  )
}

const waitingTitle = ({ q }: Query) => (q ? `Requests with “${q}” that need your reply` : 'Needs your reply')

function othersTitle({ q }: Query, waiting: number) {
  if (q) return waiting > 0 ? `Other requests with “${q}”` : `Requests with “${q}”`
  return waiting > 0 ? 'Everything else' : 'Last updated first'
}

/** Without numbers of pages: counting all of them to show a few is not worth anybody's time. */
function Pages({ query, more }: { readonly query: Query; readonly more: boolean }) {
  if (query.page === 1 && !more) return null
  return (
    <nav aria-label="Pages" className="mt-8 flex items-center gap-2">
      {query.page > 1 && (
        <LinkButton href={askedPath({ ...query, page: query.page - 1 })} rel="prev">
          Newer
        </LinkButton>
      )}
      {more && (
        <LinkButton href={askedPath({ ...query, page: query.page + 1 })} rel="next">
          Older
        </LinkButton>
      )}
      <span className="ms-2 text-fg-muted text-message">Page {query.page}</span>
    </nav>
  )
}

function Nothing({ query: { q, page } }: { readonly query: Query }) {
  if (page > 1)
    return (
      <EmptyState
        title="There is nothing on this page"
        action={<LinkButton href={askedPath({ q, page: 1 })}>Go to the first page</LinkButton>}
      >
        Your requests end before page {page}.
      </EmptyState>
    )
  if (q)
    return (
      <EmptyState
        title={<span className="wrap-anywhere">Nothing matches “{q}”</span>}
        action={<LinkButton href="/tickets">Show all requests</LinkButton>}
      >
        We looked in references, subjects and messages. Try fewer words.
      </EmptyState>
    )
  return (
    <EmptyState
      title="You have not asked us anything yet"
      action={
        <LinkButton href="/tickets/new" variant="primary">
          New request
        </LinkButton>
      }
    >
      When you do, your requests and our answers are here.
    </EmptyState>
  )
}
