import type { AskedReport } from '@/components/console/reports/frame'
import { readScope } from '@/lib/analytics/scope'
import { requireAgent, requireSupervisor } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { queueNames } from '@/lib/tickets/queue-choices'
import { dayAt } from '@/lib/time-words'
import type { Agent } from '@/lib/viewer'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** What a supervisor asks of a report. */
export const askedReport = async (params: Params) => askedBy(await requireSupervisor(), params)

/** What one of the staff asks of their own figures: nobody else's, whomever the address names. */
export async function askedFigures(params: Params) {
  const agent = await requireAgent()
  const asked = await askedBy(agent, { ...params, agent: agent.email })
  return { ...asked, scope: { ...asked.scope, agent: agent.email } }
}

async function askedBy(viewer: Agent, params: Params): Promise<AskedReport> {
  const { timeZone } = await currentSettings()
  const today = dayAt(new Date(), timeZone)
  const scope = readScope(params, today)
  const { agent, category, team, tag } = scope
  const names = await queueNames(viewer, { assignee: agent, category, team, tag, organization: [] })
  return { scope, today, timeZone, names }
}
