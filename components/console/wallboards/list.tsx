import { ConfirmForm } from '@/components/ui/confirm-form'
import { CopyButton } from '@/components/ui/copy-button'
import type { FormAction } from '@/components/ui/form'
import { Time } from '@/components/ui/time'
import type { Wallboard } from '@/lib/wallboards/wallboard'

interface WallboardListProps {
  readonly wallboards: readonly Wallboard[]
  /** Where Deskwell lives. */
  readonly origin: string
  readonly renew: FormAction
  readonly revoke: FormAction
}

/** Each screen with its link, and the two ways to make the link worthless. */
export const WallboardList = ({ wallboards, origin, renew, revoke }: WallboardListProps) => (
  <ul className="divide-y border-y">
    {wallboards.map(({ uid, name, token, madeBy, createdAt, shownAt }) => {
      const link = `${origin}/wall/${token}`
      return (
        <li key={uid} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-80">
            <h2 className="wrap-anywhere font-semibold text-message" dir="auto">
              {name}
            </h2>
            <p className="flex min-w-0 items-start gap-1 font-mono text-meta">
              <a href={link} target="_blank" rel="noreferrer" className="wrap-anywhere hover:underline">
                {link}
              </a>
              <CopyButton text={link} label={`Copy the link of ${name}`} />
            </p>
            <p className="text-fg-muted text-meta">
              Made by {madeBy} <Time at={createdAt} /> ·{' '}
              {shownAt ? (
                <>
                  last shown <Time at={shownAt} />
                </>
              ) : (
                'not shown yet'
              )}
            </p>
          </div>
          <div className="flex gap-2">
            <ConfirmForm
              action={renew}
              fields={{ wallboard: uid }}
              label="New link"
              variant="secondary"
              size={28}
              title={`Make another link for “${name}”?`}
              description="Screens that show it by the link of now go dark until they are given the new one."
            />
            <ConfirmForm
              action={revoke}
              fields={{ wallboard: uid }}
              label="Revoke"
              size={28}
              title={`Revoke “${name}”?`}
              description="Screens that show it go dark. It cannot be taken back."
            />
          </div>
        </li>
      )
    })}
  </ul>
)
