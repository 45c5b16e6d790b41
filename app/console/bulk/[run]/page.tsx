import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { RunScreen } from '@/components/console/bulk/run-screen'
import { requireAgent } from '@/lib/auth/session'
import { bulkRun, leftTickets } from '@/lib/bulk/find'
import { Missing } from '@/lib/errors'

interface Props {
  readonly params: Promise<{ readonly run: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openRun((await params).run)).words }
}

export default async function BulkRunPage({ params }: Props) {
  const agent = await requireAgent()
  const run = await openRun((await params).run)
  return (
    <RunScreen run={run} left={await leftTickets(agent, run)} now={new Date()} timeZone={agent.timeZone} />
  )
}

/** Once per request, for the title and for the page. */
const openRun = cache(async (uid: string) => {
  const agent = await requireAgent()
  try {
    return await bulkRun(agent, uid)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
})
