'use client'

import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import type { Around, MacroAction } from '@/lib/canned/action'
import type { Draft, WritingMode } from '@/lib/drafts/draft'
import type { FormState } from '@/lib/form-state'
import { bodyLimit, type Status } from '@/lib/tickets/ticket'
import { BlanksNotice } from './blanks-notice'
import { CannedOffers } from './canned-offers'
import { type ChosenActions, withActions } from './chosen-actions'
import { answerCalls } from './composer-calls'
import type { DraftStanding } from './draft-keeper'
import { DraftNotice } from './draft-notice'
import { editField, selectedIn } from './edit-field'
import { followOwn } from './follow-own'
import { LazyProse } from './lazy-prose'
import { MacroChips } from './macro-chips'
import { block, formatted, pastedLink, slash } from './markdown-edit'
import { formatOf, Toolbar } from './toolbar'
import { useDraft } from './use-draft'

interface WritingProps {
  readonly action: FormAction
  readonly refid: string
  readonly status: Status
  readonly mode: WritingMode
  readonly submission: string
  readonly draft: Draft | null
  /** What is done with the ticket when it is sent. */
  readonly chosen: ChosenActions
  /** What that may name. */
  readonly around: Around
  /** Whose it is: their address. */
  readonly writer: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  /** Shows this field, where another one is shown. */
  readonly onOpen: () => void
  /** Leads out of the field, to where it is opened. */
  readonly onLeave: () => void
  /** It is being sent: says what becomes of it, also where the page is left. */
  readonly onSend: (sending: Promise<FormState>) => void
  /** Is told the answer while the form is there. */
  readonly onAnswer?: (answer: FormState) => void
  /** Above the field, in its form. */
  readonly above?: ReactNode
  /** Below it. */
  readonly below?: ReactNode
  /** What Ctrl Shift Enter does, where it does not just send. */
  readonly onResolve?: (form: HTMLFormElement) => void
  readonly children: ReactNode
}

/** A field, kept as a draft, and what sends it. Ctrl Enter sends, Esc leaves the field. */
export function Writing(props: WritingProps) {
  const { action, refid, mode, label, placeholder, className, chosen, children } = props
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState<string>()
  const [around, setAround] = useState(props.around)
  const { begunWith, standing, submission, version, keeper } = useDraft({
    refid,
    mode,
    writer: props.writer,
    field,
    chosen,
    initial: props.draft,
    submission: props.submission,
  })
  const open = useEffectEvent(() => {
    setPreview(undefined)
    props.onOpen()
  })
  useEffect(
    () =>
      answerCalls(props.refid, mode, {
        look: () => void keeper.current?.look(),
        open: () => open(),
        insert: (words) => field.current && editField(field.current, block(selectedIn(field.current), words)),
        isShown: () => Boolean(field.current?.form?.offsetParent),
      }),
    [props.refid, mode, keeper],
  )
  const choose = (actions: readonly MacroAction[]) => {
    chosen.put(actions)
    // The draft hears of it.
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const onMacro = (actions: readonly MacroAction[], now: Around) => {
    setAround(now)
    choose(withActions(chosen.read(), actions))
  }
  /** Leads to what is sent, once it is taken and then once it is on the page. */
  const taken = useRef<ReturnType<typeof followOwn>>(undefined)
  const shown = useRef<() => void>(undefined)
  const onSend = (fields: FormData, sending: Promise<FormState>) => {
    taken.current = followOwn(mode, field.current)
    keeper.current?.sending(String(fields.get('body')))
    props.onSend(sending)
  }
  const onAccepted = () => {
    shown.current = taken.current?.()
    keeper.current?.sent()
  }
  const onAnswer = (answer: FormState) => {
    props.onAnswer?.(answer)
    if (answer.status === 'done') {
      setPreview(undefined)
      shown.current?.()
    }
    if (answer.status !== 'refused') return
    keeper.current?.refused()
    // What arrived belongs into the timeline, too.
    if (answer.overtaken) return router.refresh()
    // A field that is behind its preview takes no focus.
    flushSync(() => setPreview(undefined))
    field.current?.focus()
  }
  return (
    <Form
      action={action}
      sends={`Your ${mode} on ${refid}`}
      onSend={onSend}
      onAccepted={onAccepted}
      onAnswer={onAnswer}
      onDone={() => {}}
      onKeyDown={(event) => sends(event, props.onResolve)}
      data-keeps-pen
      className={clsx(
        'rounded-card border p-1.5 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-ring',
        className,
      )}
    >
      {standing.is === 'elsewhere' && (
        <DraftNotice
          theirs={standing.theirs}
          onTake={() => keeper.current?.takeTheirs()}
          onKeep={() => keeper.current?.keepMine()}
        />
      )}
      {props.above}
      <input type="hidden" name="ref" value={refid} />
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="draft" value={version ?? ''} />
      <input type="hidden" name="writer" value={props.writer} />
      <Field
        name="body"
        label={label}
        hideLabel
        className={clsx(saidAbove, preview !== undefined && 'hidden')}
      >
        <TextArea
          ref={field}
          rows={3}
          limit={bodyLimit}
          defaultValue={begunWith?.body}
          placeholder={placeholder}
          onKeyDown={(event) => pressed(event, props.onLeave)}
          onPaste={pasted}
          className={clsx('border-transparent! bg-transparent! outline-none!', height)}
        />
      </Field>
      <BlanksNotice field={field} blocks={mode === 'reply'} />
      <CannedOffers refid={refid} onActions={onMacro} />
      {preview !== undefined && <Preview label={label}>{preview}</Preview>}
      {props.below}
      <MacroChips
        refid={refid}
        status={props.status}
        chosen={chosen}
        around={around}
        field={field}
        onChange={choose}
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 px-1 pb-1">
        <Toolbar
          field={field}
          label={label}
          previewing={preview !== undefined}
          onPreview={() => setPreview(preview === undefined ? field.current?.value : undefined)}
          onCanned={() => field.current && editField(field.current, slash(selectedIn(field.current)))}
        />
        <DraftWords standing={standing} />
        <div className="ms-auto flex min-w-0 max-w-full flex-wrap items-center justify-end gap-2">
          {children}
        </div>
      </div>
    </Form>
  )
}

/** Where the composer stays in sight all of it fits in the window, also with what arrived meanwhile above the field. */
const height = 'max-h-[60vh] stays:max-h-[40vh] stays:in-[form:has([data-overtaken])]:max-h-[20vh]'

/** What is wrong with it is said above the form, and here to who asks what the field is. */
const saidAbove = '[&>[id$="-error"]]:sr-only'

/** Also beside the field and in front of its preview. A link opens beside, and other buttons than those of the toolbar are pressed by it. */
function sends(event: KeyboardEvent<HTMLFormElement>, onResolve: WritingProps['onResolve']) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const { target } = event
  if (target instanceof Element && target.closest('a, summary, button:not([role="toolbar"] *)')) return
  event.preventDefault()
  const form = event.currentTarget
  if (event.shiftKey && onResolve) onResolve(form)
  else form.requestSubmit()
}

function pressed(event: KeyboardEvent<HTMLTextAreaElement>, onLeave: () => void) {
  const area = event.currentTarget
  if (event.key === 'Escape') onLeave()
  const format = formatOf(event)
  if (format) {
    event.preventDefault()
    editField(area, formatted(format, selectedIn(area)))
  }
}

function pasted(event: ClipboardEvent<HTMLTextAreaElement>) {
  const area = event.currentTarget
  const link = pastedLink(selectedIn(area), event.clipboardData.getData('text/plain'))
  if (!link) return
  event.preventDefault()
  editField(area, link)
}

/** As everybody will read it. */
function Preview({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <section
      aria-label={`Preview, ${label}`}
      className={clsx('min-h-21 overflow-y-auto px-2.5 py-2 text-message', height)}
    >
      {children.trim() ? (
        <LazyProse>{children}</LazyProse>
      ) : (
        <p className="text-fg-muted">Nothing is written yet.</p>
      )}
    </section>
  )
}

/** Quiet while all is well; what is kept in this browser only is said aloud. */
function DraftWords({ standing }: { readonly standing: DraftStanding }) {
  return (
    <>
      {standing.is === 'saved' && (
        <span className="noscript:hidden text-fg-muted text-meta">Draft saved</span>
      )}
      <span role="status" className="text-meta text-sla-risk-text empty:sr-only">
        {standing.is === 'here' && `Kept in this browser only. ${standing.because}`}
      </span>
    </>
  )
}
