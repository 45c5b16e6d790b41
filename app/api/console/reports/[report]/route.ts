import { fresh } from '@/lib/analytics/fresh'
import { type ReportName, reportNames, reportRows } from '@/lib/analytics/report-csv'
import { readScope } from '@/lib/analytics/scope'
import { byteOrderMark, csvHeaders, csvLines } from '@/lib/csv'
import { Missing } from '@/lib/errors'
import { supervisorRoute } from '@/lib/route'
import { currentSettings } from '@/lib/settings/find'
import { dayAt } from '@/lib/time-words'

/** What a report of an address shows, as CSV: `/api/console/reports/agents?period=30d`. */
export const GET = supervisorRoute(async (_, request, { report }: { readonly report: string }) => {
  if (!isReport(report)) throw new Missing()
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
})

const isReport = (word: string): word is ReportName => reportNames.some((name) => name === word)
