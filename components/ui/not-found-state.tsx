'use client'

import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

/** The same words for what is not there and for what is somebody else's. */
export function NotFoundState({
  home = '/',
  homeLabel = 'Go to the start page',
}: {
  readonly home?: string
  readonly homeLabel?: string
}) {
  return (
    <EmptyState
      heading="h1"
      title="There is nothing at this address"
      action={
        <LinkButton href={home} variant="secondary">
          {homeLabel}
        </LinkButton>
      }
    >
      The link may be incomplete or out of date, or it belongs to another account.
    </EmptyState>
  )
}
