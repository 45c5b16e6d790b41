import { currentViewer } from '@/lib/auth/session'
import { readRefid } from '@/lib/tickets/refid'
import { lastEvent } from '@/lib/tickets/timeline'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

interface Addressed {
  readonly params: Promise<{ readonly refid: string }>
}

/** `{seen}`: the last event of the ticket, for a page that has missed news and wants to know whether of this one. */
export async function GET(_: Request, { params }: Addressed) {
  const [viewer, refid] = [await currentViewer(), readRefid((await params).refid)]
  if (!viewer || !isAgent(viewer) || !refid) return new Response(null, { status: viewer ? 404 : 401 })
  const seen = await lastEvent(viewer, refid)
  if (!seen) return new Response(null, { status: 404 })
  return Response.json({ seen }, { headers: { 'cache-control': 'no-store' } })
}
