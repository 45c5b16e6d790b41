import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'
import { LonePage } from './lone-page'

export interface NotFoundProps {
  readonly home?: string
  readonly homeLabel?: string
  /** Nothing stands around it. */
  readonly lone?: boolean
}

/** The same words for what is not there and for what is somebody else's. */
export function NotFoundWords({ home = '/', homeLabel = 'Go to the start page', lone }: NotFoundProps) {
  const words = (
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
  return lone ? <LonePage>{words}</LonePage> : words
}
