import { currentViewer } from '@/lib/auth/session'
import { paramsOf } from '@/lib/bulk/form'
import { countMatching } from '@/lib/bulk/matching'
import { isCutOff } from '@/lib/database-errors'
import { Missing } from '@/lib/errors'
import { isAgent } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/** How many tickets the queue of this address has on all of its pages, for whoever wants to select them all. 503 where that takes too long. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  try {
    const { filter } = await askedQueue(viewer, paramsOf(new URL(request.url).searchParams))
    const count = await countMatching(viewer, filter, new Date())
    return Response.json({ count }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404 })
    if (isCutOff(error)) return new Response(null, { status: 503 })
    throw error
  }
}
