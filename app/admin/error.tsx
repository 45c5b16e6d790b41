'use client'

import { FailedState } from '@/components/ui/failed-state'
import type { Failure } from '@/components/ui/failure'

export default function AdminError(failure: Failure) {
  return <FailedState {...failure} />
}
