import type { ReactNode } from 'react'
import { EmptyState } from './empty-state'

interface ErrorStateProps {
  /** What happened, in a sentence. */
  readonly title?: ReactNode
  /** What it means and what can be done. */
  readonly children?: ReactNode
  /** A button to try again, a link elsewhere. */
  readonly action?: ReactNode
  /** Ties what the reader sees to what the server wrote down. */
  readonly requestId?: string
  readonly heading?: 'h1' | 'h2' | 'h3'
}

export function ErrorState({
  title = 'This page could not be shown',
  children,
  action,
  requestId,
  heading,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState title={title} action={action} heading={heading}>
        {children ?? 'Something failed on our side. Nothing you sent before is lost. Try again in a moment.'}
        {requestId && (
          <p className="mt-3 text-meta">
            Request <code className="select-all font-mono">{requestId}</code>
          </p>
        )}
      </EmptyState>
    </div>
  )
}
