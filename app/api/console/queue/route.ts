import { cookies } from 'next/headers'
import { columnsCookie } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { currentViewer } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { queue, queueRows } from '@/lib/tickets/queue'
import { readColumns } from '@/lib/tickets/queue-columns'
import { readRefids } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/**
 * What has become of a page of the queue that somebody has before them. `known` are its rows, `refids` the tickets on
 * which something happened, the other parameters its address. `{lines, page}`: those tickets as rows, each with whether
 * that queue still asks for it; and the rows that the page would have now, where it may have others than those known.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const { refids, known, ...params } = Object.fromEntries(new URL(request.url).searchParams)
  const asked = await askedQueue(viewer, params).catch((error: unknown) => {
    if (error instanceof Missing) return null
    throw error
  })
  if (!asked) return new Response(null, { status: 404 })
  const { filter, view } = asked
  const kept = (await cookies()).get(columnsCookie)?.value
  const [now, shown, rows] = [new Date(), readColumns((view && filter.columns) ?? kept), readRefids(known)]
  const changed = await queueRows(viewer, readRefids(refids), { filter, now, shown })
  // Nobody can say what happened where the news were missed: then all rows are asked for.
  const mayGrow =
    changed.length >= rows.length || changed.some(({ fits, refid }) => fits && !rows.includes(refid))
  const page = mayGrow ? (await queue(viewer, filter, now, [])).rows.map(({ refid }) => refid) : null
  return Response.json(
    { lines: changed.map((row) => ({ ...queueLine(row, shown), fits: row.fits })), page },
    { headers: { 'cache-control': 'no-store' } },
  )
}
