import { presentOn } from '@/lib/presence/find'
import { agentRoute } from '@/lib/route'
import { readRefids } from '@/lib/tickets/refid'

/** Who else has the tickets of `?refids=` open: `{present: {refid: [...]}}`. */
export const GET = agentRoute(async (agent, request) => {
  const refids = readRefids(new URL(request.url).searchParams.get('refids'))
  return { present: await presentOn(agent, refids) }
})
