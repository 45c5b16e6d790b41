import { currentViewer } from '@/lib/auth/session'
import { cannedOn } from '@/lib/canned/find'
import { Missing } from '@/lib/errors'
import { readRefid } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

interface Addressed {
  readonly params: Promise<{ readonly refid: string }>
}

/** The canned replies to choose from on a ticket, asked for when the first `/` is typed. */
export async function GET(_: Request, { params }: Addressed) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const refid = readRefid((await params).refid)
  if (!refid) return new Response(null, { status: 404 })
  try {
    return Response.json(await cannedOn(viewer, refid), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404 })
    throw error
  }
}
