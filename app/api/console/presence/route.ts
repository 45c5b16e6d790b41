import { currentViewer } from '@/lib/auth/session'
import { presentOn } from '@/lib/presence/find'
import { readRefids } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** Who else has the tickets of `?refids=` open: `{present: {refid: [...]}}`. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const refids = readRefids(new URL(request.url).searchParams.get('refids'))
  return Response.json(
    { present: await presentOn(viewer, refids) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
