import { currentViewer } from '@/lib/auth/session'
import { csvHeaders, streamed } from '@/lib/csv'
import { Missing } from '@/lib/errors'
import { queueAsCsv } from '@/lib/tickets/queue-export'
import { isSupervisor } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/** The tickets of a queue's address as CSV, streamed: for supervisors, because whoever has it has every customer's address. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isSupervisor(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const asked = await askedQueue(viewer, params).catch((error: unknown) => {
    if (error instanceof Missing) return null
    throw error
  })
  if (!asked) return new Response(null, { status: 404 })
  const pieces = queueAsCsv(viewer, asked.filter, new Date())
  return new Response(streamed(pieces), { headers: csvHeaders('tickets') })
}
