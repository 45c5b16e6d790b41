import { currentViewer } from '@/lib/auth/session'
import { actingMacros } from '@/lib/canned/find'
import { queueChoices } from '@/lib/tickets/queue-choices'
import { isAgent } from '@/lib/viewer'
import { scopeChoices } from '@/lib/views/find'

export const dynamic = 'force-dynamic'

/** What the menus of a queue offer, for whom a view of it may be saved, and the macros for many tickets. Apart from the pages, whose readers open a menu now and then. */
export async function GET() {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const [choices, scopes, macros] = await Promise.all([
    queueChoices(viewer),
    scopeChoices(viewer),
    actingMacros(viewer),
  ])
  return Response.json({ choices, scopes, macros }, { headers: { 'cache-control': 'no-store' } })
}
