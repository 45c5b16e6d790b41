import type { AgentRow } from '@/lib/analytics/agents-report'
import type { Behind } from '@/lib/analytics/behind'
import { type Definition, definitions } from '@/lib/analytics/definitions'
import type { Scope } from '@/lib/analytics/scope'
import { queueHref } from '../queue/address'
import { Card, type CardProps } from '../reports/card'
import { behindOf } from '../reports/overview/behind-of'

interface FiguresProps {
  /** Undefined: nothing was done. */
  readonly now: AgentRow | undefined
  /** In the period before; null: it is compared with nothing. */
  readonly before: AgentRow | undefined | null
  /** Of oneself. */
  readonly scope: Scope
}

interface FigureOf extends Pick<CardProps, 'measure' | 'wish'> {
  readonly of: Definition
  readonly what: Behind
  readonly read: (row: AgentRow | undefined) => number | null
}

const figures: readonly FigureOf[] = [
  {
    of: { name: 'Resolved', means: definitions.agentResolved.means },
    measure: 'count',
    wish: 'neither',
    what: 'resolved',
    read: (row) => row?.resolved ?? 0,
  },
  {
    of: definitions.replies,
    measure: 'count',
    wish: 'neither',
    what: 'reply',
    read: (row) => row?.replies ?? 0,
  },
  {
    of: definitions.firstResponse,
    measure: 'duration',
    wish: 'less',
    what: 'first_response',
    read: (row) => row?.firstResponse ?? null,
  },
  {
    of: definitions.nextResponse,
    measure: 'duration',
    wish: 'less',
    what: 'next_response',
    read: (row) => row?.nextResponse ?? null,
  },
  {
    of: definitions.agentRating,
    measure: 'count',
    wish: 'more',
    what: 'rated',
    read: (row) => (row?.averageRating == null ? null : Math.round(10 * row.averageRating) / 10),
  },
  {
    of: definitions.ratings,
    measure: 'count',
    wish: 'neither',
    what: 'rated',
    read: (row) => row?.ratings ?? 0,
  },
  {
    of: definitions.lateTargets,
    measure: 'count',
    wish: 'less',
    what: 'missed',
    read: (row) => row?.breaches ?? 0,
  },
]

/** What one of the staff did, for themselves. */
export function Figures({ now, before, scope }: FiguresProps) {
  const behind = behindOf(scope)
  const { category, channel, priority, team, tag } = scope
  return (
    <dl className="grid gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-2 xl:grid-cols-4">
      {figures.map(({ what, read, ...card }) => (
        <Card
          key={card.of.name}
          {...card}
          now={{ value: read(now), href: behind(what) }}
          before={
            before !== null && behind.before ? { value: read(before), href: behind.before(what) } : null
          }
          missing={what === 'rated' && now?.ratings ? 'too few ratings for an average' : undefined}
        />
      ))}
      <Card
        of={definitions.load}
        measure="count"
        wish="less"
        now={{
          value: now?.load ?? 0,
          href: queueHref({ assignee: 'me', category, channel, priority, team, tag }),
        }}
        before={null}
      />
    </dl>
  )
}
