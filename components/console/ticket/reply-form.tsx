'use client'

import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { replyToTicket } from '@/app/console/tickets/actions'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Around } from '@/lib/canned/action'
import type { Draft } from '@/lib/drafts/draft'
import type { FormState } from '@/lib/form-state'
import type { Sight } from '@/lib/sending/overtaken'
import { isLive, type Status } from '@/lib/tickets/ticket'
import { withKey } from '../keys'
import { type ChosenActions, useActionsOf, useChosenActions } from './chosen-actions'
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
  readonly onLeave: () => void
  readonly onSend: (sending: Promise<FormState>) => void
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

export function ReplyForm({ customer, draft, sight, onTold, signature, onSent, ...rest }: ReplyFormProps) {
  const chosen = useChosenActions(draft?.actions)
  const decided = useActionsOf(chosen).some((action) => action.do === 'status')
  // Neither resolved nor closed: the status can be chosen freely.
  const live = isLive(rest)
  /** Chooses what was chosen before Ctrl Shift Enter, until what that has sent is taken. */
  const unresolve = useRef<() => void>(undefined)
  const goes = useRef(false)
  const onSend = (sending: Promise<FormState>) => {
    goes.current = true
    rest.onSend(sending)
  }
  const resolve = (form: HTMLFormElement) => {
    const undo = chooseResolved(form, chosen, live)
    goes.current = false
    form.requestSubmit()
    if (goes.current) unresolve.current ??= undo
    else undo()
  }
  const asBefore = () => {
    unresolve.current?.()
    unresolve.current = undefined
  }
  const onAnswer = (answer: FormState) => {
    // Overtaken, it may be sent all the same, just as it was.
    if (answer.status === 'refused' && !answer.overtaken) asBefore()
    if (answer.status !== 'done') return
    unresolve.current = undefined
    onSent()
  }
  const goOn = (told: Sight) => {
    asBefore()
    onTold(told)
  }
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
      above={<Sighted sight={sight} onGoOn={goOn} />}
      below={signature}
      onSend={onSend}
      onAnswer={onAnswer}
      onResolve={resolve}
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
      <SubmitButton
        title={`${withKey('Send', 'send')}, ${withKey('and resolve', 'sendAndResolve')}`}
        className="min-w-0 max-w-full"
      >
        <span className="truncate">Send reply to {customer.email}</span>
      </SubmitButton>
    </Writing>
  )
}

/** Returns what puts back that which was chosen, by hand or by a macro. */
function chooseResolved(form: HTMLFormElement, chosen: ChosenActions, live: boolean) {
  const actions = chosen.read()
  // In the place of what a macro wanted; the list to choose from is there again at once.
  flushSync(() => chosen.put(actions.filter((action) => action.do !== 'status')))
  const status = form.elements.namedItem('becomes')
  const list = status instanceof HTMLSelectElement ? status : undefined
  const before = list?.value ?? ''
  if (list) list.value = live ? 'resolved' : 'keep'
  return () => {
    if (list) list.value = before
    chosen.put(actions)
    // The draft hears of it.
    form.dispatchEvent(new Event('input'))
  }
}
