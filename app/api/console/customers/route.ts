import { suggestedCustomers } from '@/lib/people/suggested-customers'
import { agentRoute } from '@/lib/route'
import { searchable } from '@/lib/text'

/** The customers to choose from, as `?q=` names them. */
export const GET = agentRoute(async (agent, request) => {
  const words = searchable(100).parse(new URL(request.url).searchParams.get('q') ?? '')
  return suggestedCustomers(agent, words)
})
