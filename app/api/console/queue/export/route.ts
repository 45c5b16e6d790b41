import { currentSession, currentViewer } from '@/lib/auth/session'
import { csvHeaders } from '@/lib/csv'
import { Missing, TooMany } from '@/lib/errors'
import { exportQueue } from '@/lib/tickets/export-queue'
import { isSupervisor } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/** The tickets of a queue's address as CSV, streamed: for supervisors, and written down. Looking at an address changes nothing, so it is posted to. */
export async function POST(request: Request) {
  const [viewer, session] = await Promise.all([currentViewer(), currentSession()])
  const { search, searchParams } = new URL(request.url)
  // A form has brought them here: they are led on instead of standing before an empty page.
  if (!viewer || !session) return seeOther(`/sign-in?next=${encodeURIComponent(`/console/tickets${search}`)}`)
  if (!isSupervisor(viewer)) return new Response(null, { status: 404 })
  const asked = await askedQueue(viewer, Object.fromEntries(searchParams)).catch((error: unknown) => {
    if (error instanceof Missing) return null
    throw error
  })
  if (!asked) return seeOther('/console/tickets')
  try {
    const csv = await exportQueue(viewer, session, asked.filter, new Date())
    return new Response(csv, { headers: csvHeaders('tickets') })
  } catch (error) {
    if (error instanceof TooMany)
      return new Response(error.message, { status: 429, headers: { 'retry-after': `${error.retryAfter}` } })
    throw error
  }
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
