import { cookies } from 'next/headers'
import { columnsCookie } from '@/components/console/queue/kept'
import { queueLine } from '@/components/console/queue/line'
import { agentRoute } from '@/lib/route'
import { readColumns } from '@/lib/tickets/queue-columns'
import { queueNews } from '@/lib/tickets/queue-news'
import { readRefids } from '@/lib/tickets/refid'
import { askedQueue } from '@/lib/views/asked'

/**
 * What has become of a page of the queue that somebody has before them. `known` are its rows, `refids` the tickets on
 * which something happened (left out: nobody can say), the other parameters its address. `{lines, page}` as queueNews
 * says; 503 where the words of the filter are in too much, and the page stays as it is.
 */
export const GET = agentRoute(async (agent, request) => {
  const { refids, known, ...params } = Object.fromEntries(new URL(request.url).searchParams)
  const { filter, view } = await askedQueue(agent, params)
  const kept = (await cookies()).get(columnsCookie)?.value
  const shown = readColumns((view && filter.columns) ?? kept)
  const { rows, page } = await queueNews(
    agent,
    { known: readRefids(known), changed: refids === undefined ? null : readRefids(refids) },
    { filter, now: new Date(), shown },
  )
  return { lines: rows.map((row) => ({ ...queueLine(row, shown), fits: row.fits })), page }
})
