import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { StatusBadge } from '@/components/ui/status-badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Page } from '@/lib/page'
import type { RequesterTicket } from '@/lib/tickets/of-requester'
import { queuePath } from '../queue/address'
import { customerHref } from './places'

interface CustomerTicketsProps {
  readonly uid: string
  readonly name: string
  readonly tickets: Page<RequesterTicket>
}

/** All that a customer ever asked, newest first. */
export function CustomerTickets({ uid, name, tickets: { rows, next, previous } }: CustomerTicketsProps) {
  return (
    <section aria-labelledby="tickets" className="flex min-w-0 flex-col gap-2">
      <h2 id="tickets" className="font-semibold text-message">
        Tickets
      </h2>
      {rows.length > 0 ? (
        <TicketTable tickets={rows} />
      ) : (
        <EmptyState heading="h3" title={`${name} has not asked anything yet`} />
      )}
      <Pager href={customerHref(uid)} next={next} previous={previous} />
    </section>
  )
}

function TicketTable({ tickets }: { readonly tickets: readonly RequesterTicket[] }) {
  return (
    <Table
      label="Tickets"
      head={
        <>
          <Head className="w-28 text-start">Status</Head>
          <Head>Subject</Head>
          <Head className="w-32 text-start max-md:hidden">Assignee</Head>
          <Head className="w-24 text-end max-sm:hidden">Filed</Head>
        </>
      }
    >
      {tickets.map(({ refid, subject, status, priority, spam, assignee, createdAt }) => (
        <Row key={refid}>
          <Cell>
            <StatusBadge status={status} plain />
          </Cell>
          <Cell>
            <RowLink href={`${queuePath}/${refid}`} dir="auto" className="wrap-anywhere">
              {subject}
            </RowLink>
            <span className="flex items-center gap-1.5 text-fg-muted text-meta">
              <PriorityGlyph priority={priority} alone />
              <span className="font-mono">{refid}</span>
              {spam && <Badge tone="bad">Spam</Badge>}
            </span>
          </Cell>
          <Cell className="wrap-anywhere text-fg-muted max-md:hidden">{assignee ?? 'Nobody'}</Cell>
          <Cell className="text-end text-fg-muted max-sm:hidden">
            <Time at={createdAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
