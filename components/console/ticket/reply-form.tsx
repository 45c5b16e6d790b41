'use client'

import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { replyToTicket } from '@/app/console/tickets/actions'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Around } from '@/lib/canned/action'
import type { Draft } from '@/lib/drafts/draft'
import type { Sight } from '@/lib/sending/overtaken'
import { isLive, type Status } from '@/lib/tickets/ticket'
import { useActionsOf, useChosenActions } from './chosen-actions'
import { Sighted } from './overtaken-notice'
import { Writing } from './writing'

interface ReplyFormProps {
  readonly refid: string
  readonly status: Status
  readonly around: Around
  readonly customer: { readonly name: string; readonly email: string }
  readonly submission: string
  readonly draft: Draft | null
  readonly writer: string
  /** What the writer has seen. */
  readonly sight: Sight
  /** They have been told of more, and write on. */
  readonly onTold: (told: Sight) => void
  /** What stands below the reply, as the customer gets it; null: nothing. */
  readonly signature: ReactNode
  readonly onOpen: () => void
  readonly onSent: () => void
}

const afterwards = [
  { value: 'pending', label: 'then pending' },
  { value: 'open', label: 'then open' },
  { value: 'on_hold', label: 'then on hold' },
  { value: 'resolved', label: 'then resolved' },
]

const afterResolution = [
  { value: 'keep', label: 'stays resolved' },
  { value: 'open', label: 'then open' },
]

export function ReplyForm({ customer, draft, sight, onTold, signature, ...rest }: ReplyFormProps) {
  const chosen = useChosenActions(draft?.actions)
  const decided = useActionsOf(chosen).some((action) => action.do === 'status')
  // Neither resolved nor closed: the status can be chosen freely.
  const live = isLive(rest)
  return (
    <Writing
      action={replyToTicket}
      {...rest}
      mode="reply"
      draft={draft}
      chosen={chosen}
      label={`Reply to ${customer.name}`}
      placeholder={`Reply to ${customer.name}`}
      className="border-border-strong bg-raised"
      above={<Sighted sight={sight} onGoOn={onTold} />}
      below={signature}
      beforeResolving={(form) => {
        // In the place of what a macro wanted; the list to choose from is there again at once.
        flushSync(() => chosen.put(chosen.read().filter((action) => action.do !== 'status')))
        const status = form.elements.namedItem('becomes')
        if (status instanceof HTMLSelectElement) status.value = live ? 'resolved' : 'keep'
      }}
    >
      {decided ? (
        <input type="hidden" name="becomes" value="keep" />
      ) : (
        <Field name="becomes" label="Status after the reply" hideLabel className="w-36">
          {/* A list of its own for each: a browser keeps what was chosen in the other. */}
          <Select
            key={String(live)}
            choices={live ? afterwards : afterResolution}
            defaultValue={draft?.becomes ?? undefined}
          />
        </Field>
      )}
      <SubmitButton title="Ctrl Enter sends, with Shift it also resolves" className="min-w-0 max-w-full">
        <span className="truncate">Send reply to {customer.email}</span>
      </SubmitButton>
    </Writing>
  )
}
