'use client'

import { Button } from './button'
import { ErrorState } from './error-state'

/** What Next gives an `error.tsx`. */
export interface Failure {
  readonly error: unknown
  readonly retry: () => void
}

/** The body of every `error.tsx`: says what happened, tries again, names the request for whoever is asked about it. */
export function FailedState({ error, retry }: Failure) {
  return (
    <ErrorState
      heading="h1"
      requestId={digestOf(error)}
      action={
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
      }
    />
  )
}

const digestOf = (error: unknown) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
