import { paramsOf } from '@/lib/bulk/form'
import { countMatching } from '@/lib/bulk/matching'
import { agentRoute } from '@/lib/route'
import { askedQueue } from '@/lib/views/asked'

/** How many tickets the queue of this address has on all of its pages, for whoever wants to select them all. 503 where that takes too long. */
export const GET = agentRoute(async (agent, request) => {
  const { filter } = await askedQueue(agent, paramsOf(new URL(request.url).searchParams))
  return { count: await countMatching(agent, filter, new Date()) }
})
