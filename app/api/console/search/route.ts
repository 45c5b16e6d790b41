import { agentRoute } from '@/lib/route'
import { glimpse } from '@/lib/search/glimpse'

/** A few tickets and customers for what was typed so far into the palette. */
export const GET = agentRoute((agent, request) =>
  glimpse(agent, new URL(request.url).searchParams.get('q') ?? '', new Date()),
)
