import { currentViewer } from '@/lib/auth/session'
import { queueChoices } from '@/lib/tickets/queue-choices'
import { isAgent } from '@/lib/viewer'
import { scopeChoices } from '@/lib/views/find'

export const dynamic = 'force-dynamic'

/** What the menus of a queue offer, and for whom a view of it may be saved. Apart from the pages, whose readers open a menu now and then. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const [choices, scopes] = await Promise.all([queueChoices(viewer), scopeChoices(viewer)])
  return Response.json({ choices, scopes }, { headers: { 'cache-control': 'no-store' } })
}
