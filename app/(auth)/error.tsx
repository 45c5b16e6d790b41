'use client'

import { FailedState } from '@/components/ui/failed-state'
import type { Failure } from '@/components/ui/failure'
import { LonePage } from '@/components/ui/lone-page'

export default function EntranceError(failure: Failure) {
  return (
    <LonePage>
      <FailedState {...failure} />
    </LonePage>
  )
}
