import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ArrivingQueue } from '@/components/console/queue/arriving-queue'
import { densityCookie, parseDensity } from '@/components/console/queue/density'
import { queueLine } from '@/components/console/queue/line'
import { QueueScreen } from '@/components/console/queue/screen'
import { requireAgent } from '@/lib/auth/session'
import { queue } from '@/lib/tickets/queue'
import { queueNames } from '@/lib/tickets/queue-choices'
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
  const [{ rows, next, previous }, names] = await Promise.all([
    queue(agent, filter, now),
    queueNames(agent, filter),
  ])
  return (
    <QueueScreen
      filter={filter}
      lines={rows.map(queueLine)}
      next={next}
      previous={previous}
      names={names}
      density={parseDensity((await cookies()).get(densityCookie)?.value)}
      now={now.toISOString()}
      timeZone={agent.timeZone}
    />
  )
}
