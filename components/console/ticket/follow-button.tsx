'use client'

import Bell from 'lucide-react/icons/bell'
import BellRing from 'lucide-react/icons/bell-ring'
import { useRef } from 'react'
import { followTicket } from '@/app/console/tickets/follow/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import { shortcuts } from '../keys'
import { useShortcuts } from '../use-shortcuts'
import { VerbForm } from './verb-form'

interface FollowButtonProps {
  readonly refid: string
  readonly following: boolean
}

/** Whoever follows a ticket is told of what others write and do on it. */
export function FollowButton({ refid, following }: FollowButtonProps) {
  const form = useRef<HTMLSpanElement>(null)
  useShortcuts({ follow: () => form.current?.querySelector('button')?.click() })
  const Icon = following ? BellRing : Bell
  return (
    <span ref={form} className="contents print:hidden">
      <VerbForm
        action={followTicket}
        refid={refid}
        inverse={() => ({
          action: followTicket,
          fields: { ref: refid, to: following ? 'follow' : 'unfollow' },
        })}
        className="contents"
      >
        <SubmitButton
          variant="quiet"
          size={28}
          name="to"
          value={following ? 'unfollow' : 'follow'}
          title={`${following ? 'Unfollow' : 'Follow'} (${shortcuts.follow.keys.join(' ')})`}
          className={following ? 'text-fg!' : undefined}
        >
          <Icon aria-hidden="true" className="size-3.5" />
          {following ? 'Following' : 'Follow'}
        </SubmitButton>
      </VerbForm>
    </span>
  )
}
