'use client'

import clsx from 'clsx'
import Lock from 'lucide-react/icons/lock'
import Reply from 'lucide-react/icons/reply'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Around } from '@/lib/canned/action'
import type { Drafts, WritingMode } from '@/lib/drafts/draft'
import type { AfterSend } from '@/lib/preferences/choices'
import type { Sight } from '@/lib/sending/overtaken'
import type { Status } from '@/lib/tickets/ticket'
import { useOwnBegun } from '../beside/own-drafts'
import { shortcuts } from '../keys'
import { ReplyingNotice } from '../presence/attendance'
import { queuePath } from '../queue/address'
import { useShortcuts } from '../use-shortcuts'
import { leaveAfterSending } from './after-sending'
import { callWriting, openAwaited } from './composer-calls'
import { writeOn } from './edit-field'
import { NoteForm } from './note-form'
import { ReplyForm } from './reply-form'
import { useSight } from './use-sight'
import { whenSent } from './when-sent'

interface ComposerProps {
  readonly refid: string
  readonly status: Status
  /** Who closed it last; null: nobody whom the page knows of. */
  readonly closedBy: string | null
  /** The reference of the ticket that has its messages now; null: it was not merged. */
  readonly mergedInto: string | null
  readonly customer: { readonly name: string; readonly email: string }
  /** Made with the page, one for each form. */
  readonly submissions: Readonly<Record<WritingMode, string>>
  readonly drafts: Drafts
  /** Who opened the page, by their address. */
  readonly writer: string
  readonly sight: Sight
  /** What the actions of macros may name. */
  readonly around: Around
  /** What stands below a reply; null: nothing. */
  readonly signature: ReactNode
  readonly afterSend: AfterSend
}

/** Two forms, of which one is shown: what is written for agents is never in a field that is sent to a customer. */
export function Composer(props: ComposerProps) {
  const { refid, status, closedBy, mergedInto, customer, submissions, drafts, around, signature, afterSend } =
    props
  const router = useRouter()
  // What is in the fields is theirs, also where the page is drawn anew for somebody else who has signed in since.
  const [writer] = useState(props.writer)
  const [sight, onTold] = useSight(props.sight)
  const writable = useWritable(status)
  const onlyNote = drafts.note !== null && drafts.reply === null
  const begun = {
    reply: useOwnBegun(refid, 'reply') ?? drafts.reply !== null,
    note: useOwnBegun(refid, 'note') ?? drafts.note !== null,
  }
  const [mode, setMode] = useState<WritingMode>(status === 'closed' || onlyNote ? 'note' : 'reply')
  const box = useRef<HTMLElement>(null)
  const write = (wanted: WritingMode) => {
    flushSync(() => setMode(wanted))
    const field = box.current?.querySelector<HTMLTextAreaElement>(`[data-mode="${wanted}"] textarea`)
    if (field) writeOn(field)
  }
  // The field itself knows more: it may be behind its preview.
  const open = (wanted: WritingMode) => {
    const calls = callWriting(wanted)
    if (calls) calls.open()
    else write(wanted)
  }
  // The keys of the page are heard again, and Enter leads back.
  const leave = () => box.current?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus()
  useShortcuts({ reply: () => open('reply'), note: () => open('note') })
  useEffect(() => openAwaited(refid), [refid])
  const path = `${queuePath}/${refid}`
  const lead = () => location.pathname !== path && router.push(path)
  return (
    <section ref={box} aria-label="Write" data-composer className="flex flex-col gap-2 print:hidden">
      <div className="noscript:hidden flex items-center gap-1">
        <ModeButton
          label="Reply"
          icon={<Reply />}
          keys={shortcuts.reply.keys}
          current={mode === 'reply'}
          begun={begun.reply}
          onPress={() => open('reply')}
        />
        <ModeButton
          label="Internal note"
          icon={<Lock />}
          keys={shortcuts.note.keys}
          current={mode === 'note'}
          begun={begun.note}
          onPress={() => open('note')}
        />
        <ReplyingNotice />
      </div>
      <div data-mode="reply" className={clsx('noscript:block', mode !== 'reply' && 'hidden')}>
        {status === 'closed' && (
          <ClosedNotice
            by={closedBy}
            into={mergedInto}
            customer={customer.name}
            meanwhile={writable !== undefined}
            begun={drafts.reply?.body}
          />
        )}
        {writable && (
          <div className={clsx(status === 'closed' && unlessBegun)}>
            <ReplyForm
              refid={refid}
              status={writable}
              around={around}
              customer={customer}
              submission={submissions.reply}
              draft={drafts.reply}
              writer={writer}
              sight={sight}
              onTold={onTold}
              signature={signature}
              onSend={(sending) => void whenSent(refid, sending, lead)}
              onSent={() => leaveAfterSending(afterSend, refid)}
              onOpen={() => write('reply')}
              onLeave={leave}
            />
          </div>
        )}
      </div>
      <div data-mode="note" className={clsx('noscript:block', mode !== 'note' && 'hidden')}>
        <NoteForm
          refid={refid}
          status={status}
          around={around}
          customer={customer.name}
          submission={submissions.note}
          draft={drafts.note}
          writer={writer}
          onOpen={() => write('note')}
          onLeave={leave}
        />
      </div>
    </section>
  )
}

/**
 * The status that a reply is written in; undefined: the page was opened on a closed ticket. When somebody closes it later,
 * the form stays as it is: there may be a text in its field, and the pen.
 */
function useWritable(status: Status) {
  const [writable, setWritable] = useState(status === 'closed' ? undefined : status)
  if (status !== 'closed' && status !== writable) setWritable(status)
  return writable
}

/** The form of a reply to a closed ticket is there where something is in its field, or the pen. */
const unlessBegun = 'mt-2 not-focus-within:has-[textarea:placeholder-shown]:hidden'

interface ClosedNoticeProps {
  readonly by: string | null
  readonly into: string | null
  readonly customer: string
  /** It was closed while the page was open. */
  readonly meanwhile: boolean
  /** What whoever looks had begun to write. */
  readonly begun: string | undefined
}

function ClosedNotice({ by, into, customer, meanwhile, begun }: ClosedNoticeProps) {
  return (
    <div className="rounded-card border px-4 py-3 text-fg-muted">
      <p role={meanwhile ? 'status' : undefined}>
        {into
          ? `This ticket is part of ${into} now. Write to ${customer} there.`
          : `This ticket is closed. Reopen it to write to ${customer}.`}
        {meanwhile && by && ` ${by} ${into ? 'merged' : 'closed'} it.`}
      </p>
      {begun && !meanwhile && (
        <>
          <p className="mt-3">You had begun to write:</p>
          <p dir="auto" className="wrap-anywhere mt-1 select-all whitespace-pre-wrap text-fg">
            {begun}
          </p>
        </>
      )}
    </div>
  )
}

interface ModeButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly keys: readonly string[]
  readonly current: boolean
  /** There is a draft, which says so itself where it is in sight. */
  readonly begun: boolean
  readonly onPress: () => void
}

function ModeButton({ label, icon, keys, current, begun, onPress }: ModeButtonProps) {
  return (
    <button
      type="button"
      aria-label={begun && !current ? `${label}, draft` : undefined}
      aria-pressed={current}
      title={`${label} (${keys.join(' ')})`}
      onClick={onPress}
      className="inline-flex h-7 flex-none items-center gap-1.5 rounded-control border border-transparent px-2.5 font-medium text-fg-muted hover:bg-hover hover:text-fg aria-pressed:border-border-strong aria-pressed:bg-raised aria-pressed:text-fg pointer-coarse:h-11 [&_svg]:size-3.5"
    >
      {icon}
      {label}
      {begun && !current && (
        <span aria-hidden="true" className="size-1.5 rounded-full bg-accent forced-colors:bg-[Highlight]" />
      )}
    </button>
  )
}
