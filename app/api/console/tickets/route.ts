import { suggestedTickets } from '@/lib/links/find'
import { agentRoute } from '@/lib/route'
import { searchable } from '@/lib/text'
import { readRefid } from '@/lib/tickets/refid'

/** The tickets that `?not=` can be linked to, or merged into, as `?q=` names them; with `?same=1` of the same customer. */
export const GET = agentRoute(async (agent, request) => {
  const { searchParams } = new URL(request.url)
  return suggestedTickets(agent, {
    words: searchable(100).parse(searchParams.get('q') ?? ''),
    not: readRefid(searchParams.get('not') ?? '') ?? '',
    sameRequester: searchParams.get('same') === '1',
  })
})
