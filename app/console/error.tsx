'use client'

import { FailedState, type Failure } from '@/components/ui/failed-state'

export default function ConsoleError(failure: Failure) {
  return <FailedState {...failure} />
}
