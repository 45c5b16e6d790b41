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
  const { search, searchParams } = new URL(request.url)
  // A form has brought them here: they are led on instead of standing before an empty page.
  if (!viewer) return seeOther(`/sign-in?next=${encodeURIComponent(`/console/tickets${search}`)}`)
  if (!isSupervisor(viewer)) return new Response(null, { status: 404 })
  const asked = await askedQueue(viewer, Object.fromEntries(searchParams)).catch((error: unknown) => {
    if (error instanceof Missing) return null
    throw error
  })
  if (!asked) return seeOther('/console/tickets')
  const pieces = await exportQueue(viewer, asked.filter, new Date())
  return new Response(streamed(pieces), { headers: csvHeaders('tickets') })
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
