import { fresh } from '@/lib/analytics/fresh'
import { type ReportName, reportNames, reportRows } from '@/lib/analytics/report-csv'
import { readScope } from '@/lib/analytics/scope'
import { currentViewer } from '@/lib/auth/session'
import { byteOrderMark, csvHeaders, csvLines } from '@/lib/csv'
import { currentSettings } from '@/lib/settings/find'
import { dayAt } from '@/lib/time-words'
import { isSupervisor } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

/** What a report of an address shows, as CSV: `/api/console/reports/agents?period=30d`. */
export async function GET(request: Request, { params }: RouteContext<'/api/console/reports/[report]'>) {
  const viewer = await currentViewer()
  const { report } = await params
  if (!viewer) return new Response(null, { status: 401 })
  if (!isSupervisor(viewer) || !isReport(report)) return new Response(null, { status: 404 })
  const { timeZone } = await currentSettings()
  // Of what is there twice the first counts, as on the page.
  const asked = Object.fromEntries([...new URL(request.url).searchParams].toReversed())
  const scope = readScope(asked, dayAt(new Date(), timeZone))
  if (scope.problem) return new Response(scope.problem, { status: 400 })
  if (!(await fresh()))
    return new Response('The numbers are being computed', { status: 503, headers: { 'retry-after': '10' } })
  const inHours = scope.hours === 'business' ? '-business-hours' : ''
  const lines = csvLines(await reportRows(report, scope))
  return new Response(byteOrderMark + lines, {
    headers: csvHeaders(`${report}-${scope.period.from}-${scope.period.to}${inHours}`),
  })
}

const isReport = (word: string): word is ReportName => reportNames.some((name) => name === word)
