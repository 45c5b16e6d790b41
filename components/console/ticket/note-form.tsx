'use client'

import Lock from 'lucide-react/icons/lock'
import { noteOnTicket } from '@/app/console/tickets/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Around } from '@/lib/canned/action'
import type { Draft } from '@/lib/drafts/draft'
import type { Status } from '@/lib/tickets/ticket'
import { withKey } from '../keys'
import { whenMade } from '../when-made'
import { useChosenActions } from './chosen-actions'
import { Mentions } from './mentions'
import { Writing } from './writing'

interface NoteFormProps {
  readonly refid: string
  readonly status: Status
  readonly around: Around
  readonly customer: string
  readonly submission: string
  readonly draft: Draft | null
  readonly writer: string
  readonly onOpen: () => void
  readonly onLeave: () => void
}

/** Looks nothing like a reply: tinted, dashed, with a lock, and its button says what it is. */
export function NoteForm({ customer, ...rest }: NoteFormProps) {
  const chosen = useChosenActions(rest.draft?.actions)
  return (
    <Writing
      action={noteOnTicket}
      {...rest}
      chosen={chosen}
      mode="note"
      onSend={(sending) => void whenMade(sending, { undo: undefined })}
      label="Internal note"
      placeholder="Write for your colleagues"
      className="border-note-border border-dashed bg-note-bg"
    >
      <Mentions />
      <span className="flex min-w-0 flex-1 basis-48 items-center gap-1.5 text-meta text-note-text">
        <Lock aria-hidden="true" className="size-3.5 shrink-0" />
        <span>Only agents see it, never {customer}. @ calls a colleague.</span>
      </span>
      <SubmitButton title={withKey('Add internal note', 'send')}>Add internal note</SubmitButton>
    </Writing>
  )
}
