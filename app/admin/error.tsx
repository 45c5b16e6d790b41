'use client'

import { FailedState, type Failure } from '@/components/ui/failed-state'

export default function AdminError(failure: Failure) {
  return <FailedState {...failure} />
}
