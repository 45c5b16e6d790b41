import { pagesBeside, queueHref, queuePath, queueTitle } from '@/components/console/queue/address'
import { queueLine } from '@/components/console/queue/line'
import { searchPath } from '@/components/console/queue/search-place'
import { readSearchAddress } from '@/components/console/search/address'
import { resultsTrail } from '@/components/console/search/trail'
import type { Trail } from '@/components/console/trail'
import { Missing } from '@/lib/errors'
import { agentRoute } from '@/lib/route'
import { resultsPerPage, search } from '@/lib/search/search'
import { queue } from '@/lib/tickets/queue'
import type { Agent } from '@/lib/viewer'
import { askedQueue } from '@/lib/views/asked'

/**
 * The page of a queue or of a search at the address `?href=`, as the list that its tickets are gone through. 503 where it took too
 * long to read, or its numbers are not computed yet.
 */
export const GET = agentRoute(async (agent, request) => {
  const [path, query] = (new URL(request.url).searchParams.get('href') ?? '').split('?')
  const read = path === queuePath ? queueList : path === searchPath ? searchList : null
  if (!read) throw new Missing()
  const list = await read(agent, Object.fromEntries(new URLSearchParams(query)))
  return list === 'unread' ? new Response(null, { status: 503 }) : list
})

type Params = Readonly<Record<string, string>>

async function queueList(agent: Agent, params: Params): Promise<Trail | 'unread'> {
  const { filter } = await askedQueue(agent, params)
  const { rows, missing, ...cursors } = await queue(agent, filter, new Date(), [])
  if (missing) return 'unread'
  return {
    href: queueHref(filter),
    title: queueTitle(filter),
    lines: rows.map((row) => queueLine(row, [])),
    ...pagesBeside(filter, cursors),
  }
}

async function searchList(agent: Agent, params: Params): Promise<Trail | 'unread'> {
  const asked = readSearchAddress(params)
  const results = await search(agent, asked.q, { ...asked, now: new Date() })
  return results.tookTooLong ? 'unread' : resultsTrail(asked, results, resultsPerPage)
}
