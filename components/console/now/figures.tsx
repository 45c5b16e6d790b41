import type { ReactNode } from 'react'
import { Definition } from '@/components/charts/definition'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { boardDefinitions } from '@/lib/analytics/definitions'
import type { Board } from '@/lib/analytics/now'
import { queueHref } from '../queue/address'

/** The numbers of this moment, each with its tickets. */
export function Figures({ board }: { readonly board: Board }) {
  const count = (n: number) => n.toLocaleString('en')
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-3 xl:grid-cols-6">
      <Figure of="open" href={queueHref({})}>
        {count(board.open)}
      </Figure>
      <Figure of="unassigned" href={queueHref({ assignee: 'none' })}>
        {count(board.unassigned)}
      </Figure>
      <Figure of="needsFirstReply" href={queueHref({ needs: 'first_reply' })}>
        {count(board.needsFirstReply)}
      </Figure>
      <Figure of="atRisk" href={queueHref({ sla: 'at_risk' })}>
        {count(board.atRisk)}
      </Figure>
      <Figure of="breached" href={queueHref({ sla: 'breached' })}>
        {count(board.breached)}
      </Figure>
      <Figure of="oldestWaiting" href={queueHref({ needs: 'us', sort: 'waiting', dir: 'asc' })}>
        {board.oldestWaiting ? <Time at={board.oldestWaiting} as="span" /> : 'Nobody waits'}
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly of: keyof typeof boardDefinitions
  readonly href: string
  readonly children: ReactNode
}

function Figure({ of, href, children }: FigureProps) {
  const { name, means } = boardDefinitions[of]
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
      <dt className="flex min-h-6 items-center gap-0.5 text-fg-muted">
        {name}
        <Definition of={name}>{means}</Definition>
      </dt>
      <dd className="font-semibold text-kpi tracking-[-0.01em]">
        <Link href={href} className="hover:underline">
          {children}
        </Link>
      </dd>
    </div>
  )
}
