import Search from 'lucide-react/icons/search'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ResultsSaid } from '@/components/ui/results-said'
import { Tabs } from '@/components/ui/tabs'
import { tookTooLong } from '@/lib/patience'
import { ofStatus, statusAsked, withoutStatus } from '@/lib/search/narrow'
import type { SearchResults } from '@/lib/search/search'
import { statuses, statusWord } from '@/lib/tickets/ticket'
import { type Asked, searchAddress } from './address'
import { SearchField } from './field'
import { foundCount } from './found-count'
import { FoundCustomers } from './found-customers'
import { SearchHelp } from './help'
import { Nothing } from './nothing'
import { Problems } from './problems'
import { ResultKeys } from './result-keys'
import { ResultRow } from './result-row'
import { resultsTrail } from './trail'

interface SearchScreenProps {
  readonly asked: Asked
  /** Null: nothing is asked yet. */
  readonly results: SearchResults | null
  readonly perPage: number
  /** The name of whoever looks. */
  readonly me: string
  readonly now: Date
  readonly timeZone: string
}

const problemsId = 'search-problems'

export function SearchScreen({ asked, results, perPage, me, now, timeZone }: SearchScreenProps) {
  const problems = results?.problems ?? []
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <header className="flex flex-col gap-3 border-b px-4 pt-4 pb-3 lg:px-6">
        <h1 className="font-semibold text-title">Search</h1>
        <SearchField q={asked.q} problemsId={problems.length > 0 ? problemsId : undefined} />
        <div role="status" className="empty:sr-only">
          {problems.length > 0 && <Problems id={problemsId} q={asked.q} problems={problems} />}
        </div>
        <ResultsSaid
          asked={searchAddress(asked)}
          count={results && problems.length === 0 && !results.tookTooLong ? results.tickets.length : null}
          paged={results !== null && results.total > perPage}
        />
        <SearchHelp open={results === null || problems.length > 0} />
      </header>
      {results === null && (
        <EmptyState icon={<Search />} title="What are you looking for?">
          Subjects, messages, internal notes, customers and references are searched.
        </EmptyState>
      )}
      {results?.tookTooLong && (
        <EmptyState icon={<Search />} title={tookTooLong.title}>
          {tookTooLong.advice}
        </EmptyState>
      )}
      {results && problems.length === 0 && !results.tookTooLong && (
        <Results asked={asked} results={results} perPage={perPage} me={me} />
      )}
    </Clock>
  )
}

interface ResultsProps extends Pick<SearchScreenProps, 'asked' | 'perPage' | 'me'> {
  readonly results: SearchResults
}

function Results({ asked, results, perPage, me }: ResultsProps) {
  const { tickets, customers } = results
  return (
    <>
      {asked.page === 1 && customers.length > 0 && <FoundCustomers customers={customers} />}
      <section aria-label="Tickets" className="flex flex-1 flex-col">
        <StatusTabs asked={asked} results={results} />
        {tickets.length === 0 ? (
          <Nothing asked={asked} results={results} />
        ) : (
          <>
            <ul>
              {tickets.map((ticket) => (
                <ResultRow key={ticket.refid} ticket={ticket} />
              ))}
            </ul>
            <Further asked={asked} results={results} perPage={perPage} />
            <ResultKeys trail={resultsTrail(asked, results, perPage)} me={me} />
          </>
        )}
      </section>
    </>
  )
}

/** Narrows the search down to a status. How many there are of each is known while none is asked for. */
function StatusTabs({ asked: { q, everything }, results }: Pick<ResultsProps, 'asked' | 'results'>) {
  const current = statusAsked(q)
  const { byStatus, total, all } = results
  return (
    <div className="border-b px-2 lg:px-4">
      <Tabs
        label="Status"
        tabs={[
          {
            href: searchAddress({ q: withoutStatus(q), everything }),
            label: 'All',
            current: current === undefined,
            ...(current === undefined && { count: foundCount(total, all) }),
          },
          ...statuses.map((status) => ({
            href: searchAddress({ q: ofStatus(q, status), everything }),
            label: statusWord[status],
            current: status === current,
            ...((current === undefined || status === current) && {
              count: foundCount(byStatus[status], all),
            }),
          })),
        ]}
      />
    </div>
  )
}

/** The neighbouring pages; and, where these are only the newest, the way to all of them. */
function Further({ asked, results: { total, all }, perPage }: Omit<ResultsProps, 'me'>) {
  const { page, everything } = asked
  const last = Math.ceil(total / perPage)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 lg:px-6">
      <p className="text-fg-muted">
        {all || everything ? (
          `${total.toLocaleString('en')} ${total === 1 ? 'ticket' : 'tickets'}`
        ) : (
          <>
            The best of the newest matches.{' '}
            <LinkButton
              size={28}
              variant="quiet"
              href={searchAddress({ ...asked, page: 1, everything: true })}
            >
              Look through everything
            </LinkButton>
          </>
        )}
      </p>
      {last > 1 && (
        <nav aria-label="Pages" className="flex items-center gap-2">
          {page > 1 && (
            <LinkButton size={28} rel="prev" href={searchAddress({ ...asked, page: page - 1 })}>
              Previous
            </LinkButton>
          )}
          <span className="text-fg-muted">
            {page} of {last}
          </span>
          {page < last && (
            <LinkButton size={28} rel="next" href={searchAddress({ ...asked, page: page + 1 })}>
              Next
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  )
}
