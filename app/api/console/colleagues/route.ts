import { currentViewer } from '@/lib/auth/session'
import { staff } from '@/lib/people/find'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** Who can be called in a note, asked for when the first `@` is typed. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  return Response.json(await staff(viewer), { headers: { 'cache-control': 'no-store' } })
}
