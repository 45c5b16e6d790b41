import { cookies } from 'next/headers'
import { columnsCookie } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { currentViewer } from '@/lib/auth/session'
import { unlessCutOff } from '@/lib/database-errors'
import { Missing } from '@/lib/errors'
import { readColumns } from '@/lib/tickets/queue-columns'
import { queueNews } from '@/lib/tickets/queue-news'
import { readRefids } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

export const dynamic = 'force-dynamic'

/**
 * What has become of a page of the queue that somebody has before them. `known` are its rows, `refids` the tickets on
 * which something happened (left out: nobody can say), the other parameters its address. `{lines, page}` as queueNews
 * says.
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
  const shown = readColumns((view && filter.columns) ?? kept)
  const news = await unlessCutOff(
    queueNews(
      viewer,
      { known: readRefids(known), changed: refids === undefined ? null : readRefids(refids) },
      { filter, now: new Date(), shown },
    ),
    null,
  )
  // The words of the filter are in too much; the page stays as it is.
  if (!news) return new Response(null, { status: 503 })
  const { rows, page } = news
  return Response.json(
    { lines: rows.map((row) => ({ ...queueLine(row, shown), fits: row.fits })), page },
    { headers: { 'cache-control': 'no-store' } },
  )
}
