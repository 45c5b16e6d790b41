'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { takeBackReply } from '@/app/console/tickets/actions'
import { Avatar } from '@/components/ui/avatar'
import { useReading } from '@/components/ui/clock'
import { focusPage } from '@/components/ui/focus'
import { Form } from '@/components/ui/form'
import { Keys } from '@/components/ui/kbd'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
import { millis } from '@/lib/time-words'
import { refreshCounts } from '../counts'
import { shortcuts, withKey } from '../keys'
import { useRefreshIfReachable } from '../refresh'
import { useShortcuts } from '../use-shortcuts'
import { awaitReply, callWriting, openAwaited } from './composer-calls'
import { forgetSent } from './when-sent'

interface WaitingReplyProps {
  readonly refid: string
  readonly uid: string
  readonly author: string
  readonly yours: boolean
  /** ISO 8601. */
  readonly sendAt: string
  /** What comes with it, in small letters. */
  readonly then: string | null
  readonly children: ReactNode
}

/** A reply before it is one: it says when it goes, and its writer can take it back until then. */
export function WaitingReply({ refid, uid, author, yours, sendAt, then, children }: WaitingReplyProps) {
  const seconds = useSecondsUntil(sendAt)
  const undo = useRef<HTMLDivElement>(null)
  const refresh = useRefreshIfReachable()
  // Asked before whatever else could be taken back: it is about to be gone.
  useShortcuts(yours ? { undo: () => undo.current?.querySelector('button')?.click() } : {})
  useRefreshAfter(seconds <= 0)
  // Gone: sent, taken back, or held back because the customer wrote. In the last two cases the text is a draft again.
  useEffect(() => {
    if (!yours) return
    return () => {
      callWriting('reply')?.look()
      refreshCounts()
      openAwaited(refid)
    }
  }, [yours, refid])
  const refused = (message: string) => {
    awaitReply(null)
    toast(message, { failed: true })
    void refresh()
  }
  return (
    <article
      data-waiting
      tabIndex={-1}
      onKeyDown={keepsEscape}
      aria-label={`Reply from ${author}, not sent yet`}
      className="rounded-card border border-accent/40 border-dashed px-4 py-3"
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <Avatar name={author} />
        <span className="wrap-anywhere min-w-0 font-semibold text-message">{author}</span>
        <span role="timer" className="text-fg-muted text-meta">
          {seconds > 0 ? `Sending in ${seconds} s` : 'Sending …'}
          {then && `, then ${then}`}
        </span>
        {yours && (
          <Form
            action={takeBackReply}
            onRefused={refused}
            onSend={() => awaitReply(refid)}
            onAccepted={() => forgetSent(uid)}
            onDone={(message) => message && toast(message)}
            className="ms-auto"
          >
            <input type="hidden" name="ref" value={refid} />
            <input type="hidden" name="reply" value={uid} />
            <div ref={undo}>
              <SubmitButton variant="secondary" size={28} title={withKey('Take it back', 'undo')}>
                Undo
                <span className="pointer-coarse:hidden">
                  <Keys keys={shortcuts.undo.keys} />
                </span>
              </SubmitButton>
            </div>
          </Form>
        )}
      </header>
      {children}
    </article>
  )
}

/** Whoever left the field with it would leave the ticket. */
function keepsEscape(event: KeyboardEvent) {
  if (event.key !== 'Escape') return
  event.preventDefault()
  focusPage()
}

/** Counted from the server's moment, whatever this computer's clock says. */
function useSecondsUntil(moment: string) {
  const { now } = useReading({})
  const [first] = useState(() => millis(moment) - millis(now))
  const [seconds, setSeconds] = useState(Math.ceil(first / 1_000))
  useEffect(() => {
    const end = performance.now() + first
    const timer = setInterval(() => setSeconds(Math.ceil((end - performance.now()) / 1_000)), 250)
    return () => clearInterval(timer)
  }, [first])
  return seconds
}

/** The worker sends within a second or so of the time; the page looks, less and less often, until it shows. */
function useRefreshAfter(due: boolean) {
  const refresh = useRefreshIfReachable()
  useEffect(() => {
    if (!due) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (wait: number) => {
      timer = setTimeout(() => {
        void refresh()
        look(Math.min(wait * 1.5, 30_000))
      }, wait)
    }
    look(700)
    return () => clearTimeout(timer)
  }, [due, refresh])
}
