import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { TicketSla } from '@/lib/sla/ledger'
import type { Choices, TicketForAgent } from '@/lib/tickets/find'
import type { OtherTickets } from '@/lib/tickets/of-requester'
import { channelWord } from '@/lib/tickets/ticket'
import type { TimelineEntry } from '@/lib/tickets/timeline'
import { customerHref } from '../customers/places'
import { queuePath } from '../queue/address'
import { History } from './history'
import { Links } from './links'
import { OtherTicketsOf } from './other-tickets'
import { Properties } from './properties'
import { SlaPanel } from './sla-panel'

interface DetailsProps {
  readonly ticket: TicketForAgent
  readonly sla: TicketSla
  readonly others: OtherTickets
  readonly choices: Choices
  readonly entries: readonly TimelineEntry[]
  /** Whether there are earlier ones. */
  readonly earlier: boolean
  /** The address of the page with all of them; undefined: this is it. */
  readonly allHref: string | undefined
  readonly now: Date
  readonly timeZone: string
}

/** All about a ticket that is not its conversation. */
export function Details({
  ticket,
  sla,
  others,
  choices,
  entries,
  earlier,
  allHref,
  now,
  timeZone,
}: DetailsProps) {
  const { refid, status, links, requester, organization, rating, metadata } = ticket
  const facts = Object.entries(metadata)
  return (
    <div className="flex flex-col gap-5">
      <Properties ticket={ticket} choices={choices} />
      <Part title="SLA">
        <SlaPanel sla={sla} now={now} timeZone={timeZone} />
      </Part>
      <Part title="Customer">
        <p className="wrap-anywhere font-medium">
          <Link href={customerHref(requester.uid)} className="hover:underline">
            {requester.name}
          </Link>
        </p>
        <p className="wrap-anywhere">
          <a href={`mailto:${requester.email}`} className="text-accent-text hover:underline">
            {requester.email}
          </a>
        </p>
        <p className="text-fg-muted text-meta">{requester.timeZone}</p>
        {organization && (
          <div className="mt-2">
            <p dir="auto" className="wrap-anywhere">
              {organization.name}
            </p>
            {organization.notes && (
              <p dir="auto" className="wrap-anywhere whitespace-pre-line text-fg-muted text-meta">
                {organization.notes}
              </p>
            )}
          </div>
        )}
        <OtherTicketsOf uid={requester.uid} name={requester.name} others={others} />
      </Part>
      <Links refid={refid} status={status} links={links} />
      {rating && (
        <Part title="Rating">
          <p className="font-medium">{rating.score} of 5</p>
          {rating.comment && <p className="wrap-anywhere whitespace-pre-line">{rating.comment}</p>}
        </Part>
      )}
      <Part title="Details">
        <DescriptionList items={origins(ticket)} />
      </Part>
      {facts.length > 0 && (
        <Part title="Metadata">
          <DescriptionList items={facts.map(([term, value]) => ({ term, detail: plain(value) }))} />
        </Part>
      )}
      <History entries={entries} earlier={earlier} allHref={allHref} timeZone={timeZone} />
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="border-t pt-3">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  )
}

const origins = ({
  channel,
  createdAt,
  firstAnsweredAt,
  resolvedAt,
  closedAt,
  follows,
  mergedFrom,
  followers,
}: TicketForAgent) => [
  { term: 'Came by', detail: channelWord[channel] },
  { term: 'Filed', detail: <Time at={createdAt} /> },
  ...(firstAnsweredAt ? [{ term: 'First reply', detail: <Time at={firstAnsweredAt} /> }] : []),
  ...(resolvedAt ? [{ term: 'Resolved', detail: <Time at={resolvedAt} /> }] : []),
  ...(closedAt ? [{ term: 'Closed', detail: <Time at={closedAt} /> }] : []),
  ...(follows ? [{ term: 'Follows', detail: <TicketLink refid={follows} /> }] : []),
  ...(followers.length > 0 ? [{ term: 'Followers', detail: followers.join(', ') }] : []),
  ...mergedFrom.map((refid) => ({ term: 'Took in', detail: <TicketLink refid={refid} /> })),
]

function TicketLink({ refid }: { readonly refid: string }) {
  return (
    <Link href={`${queuePath}/${refid}`} className="font-mono text-accent-text hover:underline">
      {refid}
    </Link>
  )
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
