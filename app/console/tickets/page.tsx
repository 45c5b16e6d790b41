import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ArrivingQueue } from '@/components/console/queue/arriving-queue'
import { columnsCookie, densityCookie, parseDensity } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { QueueScreen } from '@/components/console/queue/screen'
import { requireAgent } from '@/lib/auth/session'
import { queue } from '@/lib/tickets/queue'
import { queueNames } from '@/lib/tickets/queue-choices'
import { readColumns } from '@/lib/tickets/queue-columns'
import { type QueueFilter, readQueueFilter } from '@/lib/tickets/queue-filter'
import { viewOf } from '@/lib/tickets/views'
import type { Agent } from '@/lib/viewer'

interface QueuePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  return { title: viewOf(readQueueFilter(await searchParams))?.label ?? 'Tickets' }
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const agent = await requireAgent()
  const filter = readQueueFilter(await searchParams)
  return (
    <ArrivingQueue>
      <Queue agent={agent} filter={filter} />
    </ArrivingQueue>
  )
}

async function Queue({ agent, filter }: { readonly agent: Agent; readonly filter: QueueFilter }) {
  const now = new Date()
  const kept = await cookies()
  const shown = readColumns(kept.get(columnsCookie)?.value)
  const [{ rows, next, previous }, names] = await Promise.all([
    queue(agent, filter, now, shown),
    queueNames(agent, filter),
  ])
  return (
    <QueueScreen
      filter={filter}
      lines={rows.map((row) => queueLine(row, shown))}
      next={next}
      previous={previous}
      names={names}
      shown={shown}
      density={parseDensity(kept.get(densityCookie)?.value)}
      now={now.toISOString()}
      timeZone={agent.timeZone}
    />
  )
}
