import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { ReportBody } from '../reports/body'
import { aboutOf } from '../reports/facets'
import { type AskedReport, describe } from '../reports/frame'

/** What one's own figures have around them: title, days and filters. */
export const FiguresFrame = ({
  scope,
  today,
  timeZone,
  names,
  children,
}: AskedReport & { readonly children: ReactNode }) => (
  <div className="mx-auto flex w-full max-w-300 flex-1 flex-col gap-4 px-4 py-4 lg:px-6">
    <PageHeader title="My figures" description={describe(scope, today, timeZone)} />
    <ReportBody
      about={aboutOf(scope)}
      period={scope.period}
      problem={scope.problem}
      names={names}
      compares
      times
      ofOneself
    >
      {children}
    </ReportBody>
  </div>
)
