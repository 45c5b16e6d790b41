import { currentViewer } from '@/lib/auth/session'
import { queueChoices } from '@/lib/tickets/queue-choices'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** What the menus of a queue offer. Apart from the pages, whose readers open a menu now and then. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  return Response.json(await queueChoices(viewer), { headers: { 'cache-control': 'no-store' } })
}
