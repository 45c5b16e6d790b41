import { currentViewer } from '@/lib/auth/session'
import { csvHeaders, streamed } from '@/lib/csv'
import { Missing } from '@/lib/errors'
import { exportQueue } from '@/lib/tickets/export-queue'
import { isSupervisor } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/** The tickets of a queue's address as CSV, streamed: for supervisors, and written down. Looking at an address changes nothing, so it is posted to. */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isSupervisor(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const { searchParams } = new URL(request.url)
  const asked = await askedQueue(viewer, Object.fromEntries(searchParams)).catch((error: unknown) => {
    if (error instanceof Missing) return null
    throw error
  })
  if (!asked) return new Response(null, { status: 404 })
  const pieces = await exportQueue(viewer, { filter: asked.filter, words: `${searchParams}` }, new Date())
  return new Response(streamed(pieces), { headers: csvHeaders('tickets') })
}
