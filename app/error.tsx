'use client'

import { FailedState, type Failure } from '@/components/ui/failed-state'
import { LonePage } from '@/components/ui/lone-page'

export default function RouteError(failure: Failure) {
  return (
    <LonePage>
      <FailedState {...failure} />
    </LonePage>
  )
}
