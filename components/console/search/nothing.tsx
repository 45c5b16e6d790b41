import SearchX from 'lucide-react/icons/search-x'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { alternatives } from '@/lib/listed'
import { statusAsked, withinSpam, withoutStatus } from '@/lib/search/narrow'
import type { SearchResults } from '@/lib/search/search'
import { queuePath } from '../queue/address'
import { type Asked, searchAddress } from './address'

interface NothingProps {
  readonly asked: Asked
  readonly results: SearchResults
}

/** Says that nothing matches, and what might have been meant. */
export function Nothing({ asked, results }: NothingProps) {
  const { q, page, everything } = asked
  if (page > 1)
    return (
      <EmptyState
        icon={<SearchX />}
        title="There is no such page"
        action={<LinkButton href={searchAddress({ q, everything })}>Go to the first page</LinkButton>}
      />
    )
  const ways = waysOut(asked, results)
  return (
    <EmptyState icon={<SearchX />} title="No ticket matches" action={ways.length > 0 && ways}>
      {advice(results)}
    </EmptyState>
  )
}

function advice({ fillers, unknown, nearRefids, meant }: SearchResults) {
  if (fillers)
    return 'These words are in every text and are not searched for. Add one that is about the matter.'
  const missing = unknown.length > 0 ? `There is no ${alternatives(unknown)}.` : ''
  if (nearRefids.length > 0 || meant) return `${missing} Did you mean one of these?`.trim()
  return missing || 'Try fewer words, another form of them, or part of the customer’s name.'
}

function waysOut(
  { q, everything }: Asked,
  { nearRefids, meant, all, fillers }: SearchResults,
): readonly ReactNode[] {
  const anyStatus = statusAsked(q) ? withoutStatus(q) : ''
  const spam = withinSpam(q)
  return [
    ...nearRefids.map((refid) => (
      <LinkButton key={refid} href={`${queuePath}/${refid}`}>
        <span className="font-mono">{refid}</span>
      </LinkButton>
    )),
    meant && (
      <LinkButton key="meant" href={searchAddress({ q: meant })}>
        {meant}
      </LinkButton>
    ),
    anyStatus && (
      <LinkButton key="any" href={searchAddress({ q: anyStatus, everything })}>
        Look in every status
      </LinkButton>
    ),
    !fillers && spam && (
      <LinkButton key="spam" href={searchAddress({ q: spam, everything })}>
        Look in spam
      </LinkButton>
    ),
    !all && !everything && (
      <LinkButton key="all" href={searchAddress({ q, everything: true })}>
        Look through everything
      </LinkButton>
    ),
  ].filter((way) => way)
}
