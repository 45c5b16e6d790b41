import { currentViewer } from '@/lib/auth/session'
import { bulkRun } from '@/lib/bulk/find'
import { Missing } from '@/lib/errors'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

interface Addressed {
  readonly params: Promise<{ readonly run: string }>
}

/** How far a change of many tickets has come; only its agent may know. */
export async function GET(_: Request, { params }: Addressed) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  try {
    const run = await bulkRun(viewer, (await params).run)
    return Response.json(run, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404 })
    throw error
  }
}
