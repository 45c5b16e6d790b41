import { currentViewer } from '@/lib/auth/session'
import { glimpse } from '@/lib/search/glimpse'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** A few tickets and customers for what was typed so far into the palette. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await glimpse(viewer, q, new Date()), { headers: { 'cache-control': 'no-store' } })
}
