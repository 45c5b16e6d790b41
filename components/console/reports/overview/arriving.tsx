'use client'

import type { ReactNode } from 'react'
import { Arriving } from '@/components/ui/arriving'
import { OverviewSkeleton } from './skeleton'

/** Knows the skeleton by itself, so that it is not sent with every page. */
export function ArrivingOverview({ children }: { readonly children: ReactNode }) {
  return <Arriving fallback={<OverviewSkeleton />}>{children}</Arriving>
}
