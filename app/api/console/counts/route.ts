import { currentViewer } from '@/lib/auth/session'
import { unreadNotifications } from '@/lib/notifications/find'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** How many tickets wait in each view, and what the agent has not read. Apart from the pages, which do not wait for it. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const [views, notifications] = await Promise.all([
    queueCounts(viewer, new Date()),
    unreadNotifications(viewer),
  ])
  return Response.json({ ...views, notifications }, { headers: { 'cache-control': 'no-store' } })
}
