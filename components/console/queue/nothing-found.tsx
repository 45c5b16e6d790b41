import { EmptyState } from '@/components/ui/empty-state'
import { Glyph } from '@/components/ui/glyph'
import { LinkButton } from '@/components/ui/link-button'
import { tookTooLong } from '@/lib/patience'
import type { Unread } from '@/lib/tickets/queue'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { asksTheSame, type QueueViewId, viewOf } from '@/lib/tickets/views'
import { Computing } from '../reports/computing'
import { searchAddress, searchWords } from '../search/address'
import { allOpenHref, queueHref } from './address'
import { type Facet, facetsOf } from './facets'

interface NothingFoundProps {
  readonly filter: QueueFilter
  readonly names: QueueChoices
  readonly missing: Unread | null
}

/** Says why the list is empty, and which filter to drop. */
export function NothingFound({ filter, names, missing }: NothingFoundProps) {
  const view = viewOf(filter)
  if (missing === 'numbers') return <Computing />
  if (missing === 'words')
    return (
      <EmptyState icon={<Glyph name="search-x" />} title={tookTooLong.title} action={<Everything />}>
        {tookTooLong.advice}
      </EmptyState>
    )
  if (filter.after || filter.before)
    return (
      <EmptyState
        icon={<Glyph name="inbox" />}
        title="Nothing is left on this page"
        action={<FirstPage filter={filter} />}
      >
        The tickets that were here have changed since.
      </EmptyState>
    )
  if (view)
    return (
      <EmptyState
        icon={<Glyph name="inbox" />}
        title={empty[view.id]}
        action={view.id !== 'open' && <Everything />}
      >
        {view.id === 'open' && 'When a customer writes, the ticket appears here.'}
      </EmptyState>
    )
  const facets = facetsOf(filter, names)
  if (filter.view && asksTheSame(filter, filter.view.filter))
    return (
      <EmptyState icon={<Glyph name="inbox" />} title="No ticket is in this view" action={<Everything />}>
        {facets.map(({ words }) => words).join(' · ')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<Glyph name="search-x" />}
      title="No tickets match"
      action={<Ways filter={filter} facets={facets} />}
    >
      {facets.map(({ words }) => words).join(' · ')}
    </EmptyState>
  )
}

/** A view without tickets is not a failed search: it says what its emptiness means. */
const empty: Record<QueueViewId, string> = {
  mine: 'No open ticket is assigned to you',
  unassigned: 'Every open ticket has somebody',
  'first-reply': 'Everybody has had a first reply',
  waiting: 'Nobody is waiting for us',
  'at-risk': 'No deadline is near',
  breached: 'No deadline has passed',
  open: 'No ticket is open',
  resolved: 'No ticket is resolved and waiting to close',
  spam: 'Nothing is held for spam',
}

function FirstPage({ filter }: { readonly filter: QueueFilter }) {
  return (
    <LinkButton href={queueHref({ ...filter, after: undefined, before: undefined })}>
      Go to the first page
    </LinkButton>
  )
}

function Everything() {
  return <LinkButton href={allOpenHref}>Show all open tickets</LinkButton>
}

function Ways({ filter, facets }: { readonly filter: QueueFilter; readonly facets: readonly Facet[] }) {
  const droppable = facets.length > 1 ? facets : []
  const words = filter.q?.trim()
  return (
    <>
      {words && (
        <LinkButton href={searchAddress({ q: words })} variant="primary">
          {searchWords(words)}
        </LinkButton>
      )}
      {droppable.map(({ key, words }) => (
        <LinkButton key={key} href={queueHref({ ...filter, [key]: undefined })}>
          Drop “{words}”
        </LinkButton>
      ))}
      <LinkButton href={allOpenHref} variant={words ? 'secondary' : 'primary'}>
        {facets.length > 1 ? 'Clear all filters' : 'Clear the filter'}
      </LinkButton>
    </>
  )
}
