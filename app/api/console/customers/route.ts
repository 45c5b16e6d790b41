import { currentViewer } from '@/lib/auth/session'
import { suggestedCustomers } from '@/lib/people/suggested-customers'
import { searchable } from '@/lib/text'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** The customers to choose from, as `?q=` names them. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const words = searchable(100).parse(new URL(request.url).searchParams.get('q') ?? '')
  return Response.json(await suggestedCustomers(viewer, words), { headers: { 'cache-control': 'no-store' } })
}
