'use client'

import { Button } from './button'
import { ErrorState } from './error-state'
import { type Failure, requestOf } from './failure'
import { isOutdated } from './outdated'

/** The body of every `error.tsx`: says what happened, tries again, names the request for whoever is asked about it. */
export function FailedState({ error, retry }: Failure) {
  // What this page was to fetch is not there any more: it comes anew, as a whole.
  const outdated = isOutdated(error)
  return (
    <ErrorState
      heading="h1"
      requestId={requestOf({ error })}
      action={
        <Button variant="primary" onClick={() => (outdated ? location.reload() : retry())}>
          {outdated ? 'Reload' : 'Try again'}
        </Button>
      }
    >
      {outdated
        ? 'A part of this page could not be fetched: the connection failed, or Deskwell was updated.'
        : undefined}
    </ErrorState>
  )
}
