'use client'

import { replyToTicket } from '@/app/console/tickets/actions'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Draft } from '@/lib/drafts/draft'
import type { Sight } from '@/lib/sending/overtaken'
import { Sighted } from './overtaken-notice'
import { Writing } from './writing'

interface ReplyFormProps {
  readonly refid: string
  /** Neither resolved nor closed: the status can be chosen freely. */
  readonly live: boolean
  readonly customer: { readonly name: string; readonly email: string }
  readonly submission: string
  readonly draft: Draft | null
  readonly writer: string
  readonly sight: Sight
  readonly onOpen: () => void
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

export function ReplyForm({ live, customer, draft, sight, ...rest }: ReplyFormProps) {
  return (
    <Writing
      action={replyToTicket}
      {...rest}
      mode="reply"
      draft={draft}
      label={`Reply to ${customer.name}`}
      placeholder={`Reply to ${customer.name}`}
      className="border-border-strong bg-raised"
      above={<Sighted sight={sight} />}
      beforeResolving={(form) => {
        const status = form.elements.namedItem('becomes')
        if (status instanceof HTMLSelectElement) status.value = live ? 'resolved' : 'keep'
      }}
    >
      <Field name="becomes" label="Status after the reply" hideLabel className="ms-auto w-36">
        {/* A list of its own for each: a browser keeps what was chosen in the other. */}
        <Select
          key={String(live)}
          choices={live ? afterwards : afterResolution}
          defaultValue={draft?.becomes ?? undefined}
        />
      </Field>
      <SubmitButton title="Ctrl Enter sends, with Shift it also resolves" className="min-w-0 max-w-full">
        <span className="truncate">Send reply to {customer.email}</span>
      </SubmitButton>
    </Writing>
  )
}
