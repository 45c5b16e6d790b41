import { currentViewer } from '@/lib/auth/session'
import { unreadNotifications } from '@/lib/notifications/find'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { isAgent } from '@/lib/viewer'
import { viewCounts } from '@/lib/views/counts'

export const dynamic = 'force-dynamic'

/** How many tickets wait in each view, and what the agent has not read. Apart from the pages, which do not wait for it. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const now = new Date()
  const [views, saved, notifications] = await Promise.all([
    queueCounts(viewer, now),
    viewCounts(viewer, now),
    unreadNotifications(viewer),
  ])
  return Response.json({ ...views, saved, notifications }, { headers: { 'cache-control': 'no-store' } })
}
