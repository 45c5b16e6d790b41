import { currentViewer } from '@/lib/auth/session'
import { queueOf } from '@/lib/bulk/form'
import { countMatching } from '@/lib/bulk/matching'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** How many tickets the queue of this address has on all of its pages, for whoever wants to select them all. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const count = await countMatching(viewer, queueOf(new URL(request.url).searchParams), new Date())
  return Response.json({ count }, { headers: { 'cache-control': 'no-store' } })
}
