'use client'

import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { toast } from '@/components/ui/toast'
import type { Draft, WritingMode } from '@/lib/drafts/draft'
import type { FormState } from '@/lib/form-state'
import { bodyLimit } from '@/lib/tickets/ticket'
import { refreshCounts } from '../counts'
import { answerCalls } from './composer-calls'
import type { Standing } from './draft-keeper'
import { DraftNotice } from './draft-notice'
import { useDraft } from './use-draft'

interface WritingProps {
  readonly action: FormAction
  readonly refid: string
  readonly mode: WritingMode
  readonly submission: string
  readonly draft: Draft | null
  /** Whose drafts this browser keeps while the server cannot: their address. */
  readonly writer: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  /** What Ctrl Shift Enter does before it sends. */
  /** Shows this field, where another one is shown. */
  readonly onOpen: () => void
  /** Above the field, in its form. */
  readonly above?: ReactNode
  readonly beforeResolving?: (form: HTMLFormElement) => void
  readonly children: ReactNode
}

/** A field, kept as a draft, and what sends it. Ctrl Enter sends, Esc leaves the field. */
export function Writing(props: WritingProps) {
  const { action, refid, mode, writer, label, placeholder, className, beforeResolving, above, children } =
    props
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const body = useRef('')
  const { begunWith, standing, submission, version, keeper, sent } = useDraft({
    refid,
    mode,
    writer,
    field,
    initial: props.draft,
    submission: props.submission,
  })
  const open = useEffectEvent(props.onOpen)
  useEffect(
    () => answerCalls(mode, { look: () => void keeper.current?.look(), open: () => open() }),
    [mode, keeper],
  )
  const onSend = (fields: FormData) => {
    body.current = String(fields.get('body'))
    keeper.current?.sending()
  }
  const onAnswer = (answer: FormState) => {
    if (answer.status === 'done') {
      sent(body.current)
      refreshCounts()
    }
    if (answer.status === 'refused') keeper.current?.refused()
    // What arrived belongs into the timeline, too.
    if (answer.status === 'refused' && answer.overtaken) router.refresh()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    const { form } = event.currentTarget
    if (event.shiftKey && form) beforeResolving?.(form)
    form?.requestSubmit()
  }
  return (
    <Form
      action={action}
      onSend={onSend}
      onAnswer={onAnswer}
      onDone={(message) => message && toast(message)}
      className={clsx('rounded-card border p-1.5 focus-within:border-ring', className)}
    >
      {standing.is === 'elsewhere' && (
        <DraftNotice
          theirs={standing.theirs}
          onTake={() => keeper.current?.takeTheirs()}
          onKeep={() => keeper.current?.keepMine()}
        />
      )}
      {above}
      <input type="hidden" name="ref" value={refid} />
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="draft" value={version ?? ''} />
      <Field name="body" label={label} hideLabel>
        <TextArea
          ref={field}
          rows={3}
          limit={bodyLimit}
          defaultValue={begunWith?.body}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          className="border-transparent! bg-transparent!"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2 px-1 pb-1">
        <DraftStanding standing={standing} />
        {children}
      </div>
    </Form>
  )
}

/** Quiet while all is well; what is kept in this browser only is said aloud. */
function DraftStanding({ standing }: { readonly standing: Standing }) {
  return (
    <>
      {standing.is === 'saved' && (
        <span className="noscript:hidden text-fg-muted text-meta">Draft saved</span>
      )}
      <span role="status" className="text-meta text-sla-risk-text empty:hidden">
        {standing.is === 'here' && `Kept in this browser only. ${standing.because}`}
      </span>
    </>
  )
}
