import type { Metadata } from 'next'
import { RunList } from '@/components/console/bulk/run-list'
import { requireAgent } from '@/lib/auth/session'
import { recentBulkRuns } from '@/lib/bulk/find'

export const metadata: Metadata = { title: 'Bulk changes' }

export default async function BulkRuns() {
  const agent = await requireAgent()
  return <RunList runs={await recentBulkRuns(agent)} now={new Date()} timeZone={agent.timeZone} />
}
