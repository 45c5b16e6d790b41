'use client'

import { useRef } from 'react'
import { assignTicket, claimTicket, setTicketStatus } from '@/app/console/tickets/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
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
  /** The address of whoever looks. */
  readonly me: string
}

/** What is done to a ticket most, as buttons: take it, resolve, close, reopen. */
export function StatusActions({ refid, status, me }: StatusActionsProps) {
  const { shown, show } = useShown()
  const buttons = useRef<HTMLDivElement>(null)
  const press = (name: string) =>
    buttons.current?.querySelector<HTMLButtonElement>(`button[data-verb="${name}"]`)?.click()
  const over = status === 'resolved' || status === 'closed'
  const takeable = shown.assignee === 'none' && status !== 'closed'
  const take = () => {
    if (shown.assignee === me) toast(`${refid} is yours already`)
    else press(takeable ? 'take' : 'take over')
  }
  useShortcuts({
    take: status === 'closed' ? undefined : take,
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
      {/* From a colleague, by the key alone. */}
      <VerbForm
        action={assignTicket}
        refid={refid}
        from={shown.assignee}
        inverse={() => asItWas(refid, { assignee: shown.assignee })}
        onActing={() => show('assignee', me)}
        className="hidden"
      >
        <button type="submit" name="to" value={me} data-verb="take over" tabIndex={-1}>
          Assign it to me
        </button>
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
