import { currentViewer } from '@/lib/auth/session'
import { suggestedTickets } from '@/lib/links/find'
import { searchable } from '@/lib/text'
import { readRefid } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** The tickets that `?not=` can be linked to, or merged into, as `?q=` names them; with `?same=1` of the same customer. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const { searchParams } = new URL(request.url)
  const found = await suggestedTickets(viewer, {
    words: searchable(100).parse(searchParams.get('q') ?? ''),
    not: readRefid(searchParams.get('not') ?? '') ?? '',
    sameRequester: searchParams.get('same') === '1',
  })
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
