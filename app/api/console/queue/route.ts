import { cookies } from 'next/headers'
import { columnsCookie } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { currentViewer } from '@/lib/auth/session'
import { queueRows } from '@/lib/tickets/queue'
import { readColumns } from '@/lib/tickets/queue-columns'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { readRefids } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/**
 * How the tickets of `?refids=` stand now, as rows of the queue that the other parameters ask for: `{lines}`. Each says
 * whether that queue would still show it.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const { refids, ...params } = Object.fromEntries(new URL(request.url).searchParams)
  const shown = readColumns((await cookies()).get(columnsCookie)?.value)
  const rows = await queueRows(viewer, readRefids(refids), {
    filter: readQueueFilter(params),
    now: new Date(),
    shown,
  })
  return Response.json(
    { lines: rows.map((row) => ({ ...queueLine(row, shown), fits: row.fits })) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
