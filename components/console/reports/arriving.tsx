'use client'

import type { ReactNode } from 'react'
import { Arriving } from '@/components/ui/arriving'
import { ReportSkeleton, type Shown } from './skeleton'

interface ArrivingReportProps {
  readonly report: Shown
  readonly children: ReactNode
}

/** Knows the skeletons by itself, so that they are not sent with every page. */
export function ArrivingReport({ report, children }: ArrivingReportProps) {
  return <Arriving fallback={<ReportSkeleton report={report} />}>{children}</Arriving>
}
