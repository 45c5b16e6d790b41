import { currentViewer } from '@/lib/auth/session'
import { suggestedTags } from '@/lib/tags/suggested'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** The tags to choose from, asked for when a list of them is opened. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  return Response.json(await suggestedTags(viewer), { headers: { 'cache-control': 'no-store' } })
}
