import UsersRound from 'lucide-react/icons/users-round'
import { Nothing } from '@/components/charts/nothing'
import { queueHref } from '@/components/console/queue/address'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { AgentRow } from '@/lib/analytics/agents-report'
import { type Behind, queueBehind } from '@/lib/analytics/behind'
import { definitions } from '@/lib/analytics/definitions'
import type { Scope } from '@/lib/analytics/scope'
import { reportHref } from '../address'
import { counted, timed } from '../columns'
import { type Order, readOrder } from '../order'
import { type Column, SortableTable } from '../sortable-table'
import { reports } from '../tabs'

interface AgentsReportProps {
  readonly rows: readonly AgentRow[]
  readonly scope: Scope
  readonly params: Parameters<typeof readOrder>[0]
}

const usual: Order = { sort: 'resolved', dir: 'desc' }

/** What each of the staff did, side by side. */
export function AgentsReport({ rows, scope, params }: AgentsReportProps) {
  if (rows.length === 0)
    return (
      <EmptyState icon={<UsersRound />} title="Nobody did anything in these days">
        Whoever replies, resolves, is rated or has an unresolved ticket gets a row.
      </EmptyState>
    )
  const columns = columnsOf(scope)
  return (
    <SortableTable
      title="Agents"
      head={agent}
      columns={columns}
      rows={rows}
      order={readOrder(
        params,
        [agent, ...columns].map(({ name }) => name),
        usual,
      )}
      usual={usual}
      href={reportHref(reports.agents.path, scope)}
    />
  )
}

const agent: Column<AgentRow> = {
  name: 'agent',
  label: 'Agent',
  by: ({ label }) => label,
  show: ({ label }) => <span dir="auto">{label}</span>,
}

function columnsOf(scope: Scope): readonly Column<AgentRow>[] {
  const { of, load } = behindAgent(scope)
  return [
    counted('resolved', 'Resolved', definitions.agentResolved, (row) => row.resolved, of('resolved')),
    counted('replies', 'Replies', definitions.replies, (row) => row.replies, of('reply')),
    timed(
      'first',
      'First response',
      definitions.firstResponse,
      (row) => row.firstResponse,
      of('first_response'),
    ),
    timed('next', 'Next response', definitions.nextResponse, (row) => row.nextResponse, of('next_response')),
    {
      name: 'rating',
      label: 'Average rating',
      of: definitions.agentRating,
      by: ({ averageRating }) => averageRating,
      show: (row) => <Rating {...row} href={of('rated')(row)} />,
    },
    counted('late', 'Late', definitions.lateTargets, (row) => row.breaches, of('missed')),
    counted('load', 'Unresolved now', definitions.load, (row) => row.load, load),
  ]
}

/** The ways to the tickets of an agent. */
const behindAgent = (scope: Scope) => ({
  of:
    (what: Behind) =>
    ({ name }: AgentRow) =>
      queueBehind(scope, { what, period: scope.period, by: name }),
  load: ({ name }: AgentRow) => {
    const { category, channel, priority, team, tag } = scope
    return queueHref({ assignee: name, category, channel, priority, team, tag })
  },
})

type RatingProps = Pick<AgentRow, 'ratings' | 'averageRating'> & { readonly href: string }

function Rating({ ratings, averageRating, href }: RatingProps) {
  if (ratings === 0) return <Nothing words="not rated" />
  return (
    <Link href={href} className="hover:underline">
      {averageRating === null ? (
        <span className="text-fg-muted">n = {ratings}, too few</span>
      ) : (
        <>
          {averageRating.toFixed(1)}
          <span className="inline-block min-w-13 text-fg-muted"> n = {ratings}</span>
        </>
      )}
    </Link>
  )
}
