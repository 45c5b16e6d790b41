import type { AskedReport } from '@/components/console/reports/frame'
import { readScope } from '@/lib/analytics/scope'
import { requireSupervisor } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { queueNames } from '@/lib/tickets/queue-choices'
import { dayAt } from '@/lib/time-words'

/** What a supervisor asks of a report. */
export async function askedReport(
  params: Readonly<Record<string, string | string[] | undefined>>,
): Promise<AskedReport> {
  const supervisor = await requireSupervisor()
  const { timeZone } = await currentSettings()
  const today = dayAt(new Date(), timeZone)
  const scope = readScope(params, today)
  const { agent, category, team, tag } = scope
  const names = await queueNames(supervisor, { assignee: agent, category, team, tag, organization: [] })
  return { scope, today, timeZone, names }
}
