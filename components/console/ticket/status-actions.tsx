'use client'

import { useRef } from 'react'
import { claimTicket, setTicketStatus } from '@/app/console/tickets/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import { mayMove } from '@/lib/tickets/policy'
import type { Status } from '@/lib/tickets/ticket'
import { asItWas } from '../inverse'
import { withKey } from '../keys'
import { useShortcuts } from '../use-shortcuts'
import { useShown } from './shown'
import { VerbForm } from './verb-form'

interface StatusActionsProps {
  readonly refid: string
  readonly status: Status
  readonly assigned: boolean
}

/** What is done to a ticket most, as buttons: take it, resolve, close, reopen. */
export function StatusActions({ refid, status, assigned }: StatusActionsProps) {
  const { shown, show } = useShown()
  const buttons = useRef<HTMLDivElement>(null)
  const press = (name: string) =>
    buttons.current?.querySelector<HTMLButtonElement>(`button[data-verb="${name}"]`)?.click()
  const over = status === 'resolved' || status === 'closed'
  const takeable = !assigned && status !== 'closed'
  useShortcuts({
    take: takeable ? () => press('take') : undefined,
    resolve: mayMove(status, 'resolved') ? () => press('resolved') : undefined,
    close: mayMove(status, 'closed') ? () => press('closed') : undefined,
  })
  return (
    <div ref={buttons} className="flex flex-wrap items-start gap-2 print:hidden">
      {/* The form stays when its button goes, and takes no room: it still has to say what became of the press. */}
      <VerbForm
        action={claimTicket}
        refid={refid}
        inverse={() => asItWas(refid, { assignee: 'none' })}
        className="contents"
      >
        {takeable && (
          <SubmitButton variant="secondary" data-verb="take" title={withKey('Assign it to me', 'take')}>
            Take it
          </SubmitButton>
        )}
      </VerbForm>
      <VerbForm
        action={setTicketStatus}
        refid={refid}
        from={shown.status}
        inverse={() => asItWas(refid, { status: shown.status })}
        onActing={(fields) => show('status', String(fields.get('to')))}
        className="flex flex-wrap gap-2"
      >
        {over && (
          <SubmitButton variant="secondary" name="to" value="open" data-verb="open">
            Reopen
          </SubmitButton>
        )}
        {mayMove(status, 'closed') && (
          <SubmitButton
            variant="secondary"
            name="to"
            value="closed"
            data-verb="closed"
            title={withKey('Close', 'close')}
          >
            Close
          </SubmitButton>
        )}
        {mayMove(status, 'resolved') && (
          <SubmitButton
            variant="secondary"
            name="to"
            value="resolved"
            data-verb="resolved"
            title={withKey('Resolve', 'resolve')}
          >
            Resolve
          </SubmitButton>
        )}
      </VerbForm>
    </div>
  )
}
