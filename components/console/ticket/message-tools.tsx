'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { toast } from '@/components/ui/toast'
import { callShownWriting, callWriting } from './composer-calls'
import { quotation } from './markdown-edit'
import { messageAnchor } from './message-anchor'
import { wordsOf } from './words-of'

interface MessageToolsProps {
  /** The address of the page with every entry, where there are earlier ones than these. */
  readonly earlierHref: string | undefined
  /** Whether there are earlier ones. */
  readonly earlier: boolean
  readonly children: ReactNode
}

/** Answers to the buttons of all messages inside: one listener, however many there are. */
export function MessageTools({ earlierHref, earlier, children }: MessageToolsProps) {
  const box = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const press = useEffectEvent((event: MouseEvent) => {
    const tool = event.target instanceof Element ? event.target.closest('[data-tool]') : null
    const message = tool?.closest('article')
    if (!tool || !message) return
    if (tool.getAttribute('data-tool') === 'quote') quote(message)
    else copyLink(event, tool)
  })
  const seek = useEffectEvent(() => {
    const { hash } = window.location
    if (!hash.startsWith(`#${messageAnchor('')}`) || document.getElementById(hash.slice(1))) return
    if (earlierHref) router.replace(`${earlierHref}${hash}`)
    else
      toast(`The message of this link is ${earlier ? 'too far back' : 'not on this ticket'}`, {
        failed: true,
      })
  })
  useEffect(() => {
    const element = box.current
    element?.addEventListener('click', press)
    seek()
    return () => element?.removeEventListener('click', press)
  }, [])
  return (
    <div ref={box} className="contents">
      {children}
    </div>
  )
}

/** What is said among agents is quoted among agents. */
function quote(message: HTMLElement) {
  const prose = message.querySelector('.prose')
  if (!prose) return
  const writing = message.hasAttribute('data-note') ? callWriting('note') : callShownWriting()
  writing?.open()
  writing?.insert(quotation(wordsOf(prose, window.getSelection())))
}

function copyLink(event: MouseEvent, tool: Element) {
  const href = tool instanceof HTMLAnchorElement ? tool.href : ''
  // Without leave to write the clipboard the link is followed, and can be copied from the address.
  if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void navigator.clipboard.writeText(href).then(
    () => toast('Link copied'),
    () => window.location.assign(href),
  )
}
