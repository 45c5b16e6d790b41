import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pagesBeside, queueCsv, queueTitle } from '@/components/console/queue/address'
import { ArrivingQueue } from '@/components/console/queue/arriving-queue'
import { columnsCookie } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { QueueScreen } from '@/components/console/queue/screen'
import { SearchOffer } from '@/components/console/queue/search-offer'
import { ViewConditions } from '@/components/console/views/view-conditions'
import { requireAgent } from '@/lib/auth/session'
import { countMatching } from '@/lib/bulk/matching'
import { unlessCutOff } from '@/lib/database-errors'
import { Missing } from '@/lib/errors'
import { queue } from '@/lib/tickets/queue'
import { queueNames } from '@/lib/tickets/queue-choices'
import { readColumns } from '@/lib/tickets/queue-columns'
import { type QueueFilter, statusesShown } from '@/lib/tickets/queue-filter'
import { type Agent, isSupervisor } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'
import { type OpenedView, viewByUid } from '@/lib/views/find'

interface QueuePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  const { filter } = await asked(await searchParams)
  return { title: queueTitle(filter) }
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const agent = await requireAgent()
  const { filter, view } = await asked(await searchParams)
  return (
    <ArrivingQueue>
      <Queue agent={agent} filter={filter} view={view} />
    </ArrivingQueue>
  )
}

async function asked(params: Awaited<QueuePageProps['searchParams']>) {
  try {
    return await askedQueue(await requireAgent(), params, openedView)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
}

/** Once per request, for the title and for the page. */
const openedView = cache(viewByUid)

interface QueueProps {
  readonly agent: Agent
  readonly filter: QueueFilter
  readonly view: OpenedView | undefined
}

async function Queue({ agent, filter, view }: QueueProps) {
  const now = new Date()
  const kept = await cookies()
  const shown = readColumns((view && filter.columns) ?? kept.get(columnsCookie)?.value)
  const [{ rows, missing, ...cursors }, names, total] = await Promise.all([
    queue(agent, filter, now, shown),
    queueNames(agent, filter),
    // Whoever comes from a number wants to find it again; counting every queue would be dear.
    filter.behind ? unlessCutOff(countMatching(agent, filter, now), null) : null,
  ])
  return (
    <QueueScreen
      filter={filter}
      title={queueTitle(filter)}
      view={view}
      conditions={
        <>
          {view && <ViewConditions view={view} names={names} />}
          {rows.length > 0 && <SearchOffer words={filter.q} />}
        </>
      }
      lines={JSON.stringify(rows.map((row) => queueLine(row, shown)))}
      statuses={statusesShown(filter)}
      me={agent.name}
      missing={missing}
      total={total}
      {...pagesBeside(filter, cursors)}
      names={names}
      shown={shown}
      csv={isSupervisor(agent) ? queueCsv(filter) : null}
      now={now.toISOString()}
      timeZone={agent.timeZone}
    />
  )
}
