import { currentViewer } from '@/lib/auth/session'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** How many tickets wait in each view. Apart from the pages, which do not wait for it. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  return Response.json(await queueCounts(viewer, new Date()), { headers: { 'cache-control': 'no-store' } })
}
