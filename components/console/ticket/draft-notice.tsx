'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { Draft } from '@/lib/drafts/draft'

interface DraftNoticeProps {
  readonly theirs: Draft | null
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** Two windows have written: neither text is thrown away before its writer has chosen. */
export function DraftNotice({ theirs, onTake, onKeep }: DraftNoticeProps) {
  return (
    <Notice
      tone="waiting"
      live
      title={theirs ? 'You went on writing this in another window' : 'You sent this from another window'}
      action={
        <>
          <Button size={28} onClick={onTake}>
            {theirs ? 'Use that text' : 'Empty the field'}
          </Button>
          <Button size={28} variant="quiet" onClick={onKeep}>
            {theirs ? 'Keep what is here' : 'Keep it as a new draft'}
          </Button>
        </>
      }
    >
      {theirs ? (
        <>
          <span className="line-clamp-2 wrap-anywhere whitespace-pre-line">{theirs.body}</span>
          <Time at={theirs.savedAt} className="text-meta" />
        </>
      ) : (
        'Or emptied it there. What is here is not saved until you choose.'
      )}
    </Notice>
  )
}
