import type { OwnSession } from '@/lib/auth/own-sessions'
import { Form, type FormAction } from './form'
import { SubmitButton } from './submit-button'
import { Time } from './time'

interface OwnSessionsProps {
  readonly sessions: readonly OwnSession[]
  /** Ends all but the one that looks. */
  readonly action: FormAction
}

/** Where somebody is signed in, and a way to end it. Works without JavaScript. */
export const OwnSessions = ({ sessions, action }: OwnSessionsProps) => (
  <Form action={action}>
    <ul className="divide-y border-y">
      {sessions.map(({ here, device, address, since, seenAt }) => (
        <li key={since.toISOString()} className="py-2">
          <p className="wrap-anywhere font-medium">{device ?? 'Unknown browser'}</p>
          <p className="wrap-anywhere text-fg-muted text-meta">
            {here ? 'This browser' : <Time at={seenAt} />}
            {address && ` · ${address}`}
          </p>
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <SubmitButton variant="secondary" className="mt-3">
        Sign out everywhere else
      </SubmitButton>
    )}
  </Form>
)
