import { currentSession, currentViewer } from '@/lib/auth/session'
import { csvHeaders } from '@/lib/csv'
import { Missing, TooMany } from '@/lib/errors'
import { answering } from '@/lib/route'
import { exportQueue } from '@/lib/tickets/export-queue'
import { isSupervisor } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

/** The tickets of a queue's address as CSV, streamed: for supervisors, and written down. Looking at an address changes nothing, so it is posted to. */
export const POST = (request: Request) =>
  answering(async () => {
    const [viewer, session] = await Promise.all([currentViewer(), currentSession()])
    const { search, searchParams } = new URL(request.url)
    // A form has brought them here: they are led on instead of standing before an empty page.
    if (!viewer || !session)
      return seeOther(`/sign-in?next=${encodeURIComponent(`/console/tickets${search}`)}`)
    if (!isSupervisor(viewer)) throw new Missing()
    const asked = await askedQueue(viewer, Object.fromEntries(searchParams)).catch(unlessMissing)
    if (!asked) return seeOther('/console/tickets')
    const csv = await exportQueue(viewer, session, asked.filter, new Date()).catch(inPlainWords)
    return csv instanceof Response ? csv : new Response(csv, { headers: csvHeaders('tickets') })
  })

function unlessMissing(error: unknown) {
  if (error instanceof Missing) return null
  throw error
}

/** For whoever stands before the answer. */
function inPlainWords(error: unknown) {
  if (error instanceof TooMany)
    return new Response(error.message, { status: 429, headers: { 'retry-after': `${error.retryAfter}` } })
  throw error
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
