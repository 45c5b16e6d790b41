import { actingMacros } from '@/lib/canned/find'
import { agentRoute } from '@/lib/route'
import { queueChoices } from '@/lib/tickets/queue-choices'
import { scopeChoices } from '@/lib/views/find'

/** What the menus of a queue offer, for whom a view of it may be saved, and the macros for many tickets. Apart from the pages, whose readers open a menu now and then. */
export const GET = agentRoute(async (agent) => {
  const [choices, scopes, macros] = await Promise.all([
    queueChoices(agent),
    scopeChoices(agent),
    actingMacros(agent),
  ])
  return { choices, scopes, macros }
})
