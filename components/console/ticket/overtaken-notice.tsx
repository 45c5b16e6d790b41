'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useForm } from '@/components/ui/form'
import { Keys } from '@/components/ui/kbd'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { listed } from '@/lib/listed'
import { type Arrival, type Overtaken, type Sight, sightText } from '@/lib/sending/overtaken'
import { shortcuts } from '../keys'
import { callWriting } from './composer-calls'
import { LazyProse } from './lazy-prose'

interface SightedProps {
  readonly sight: Sight
  /** The writer has read what they were told, and writes on. */
  readonly onGoOn: (told: Sight) => void
}

/**
 * Says with a reply what its writer had seen; where somebody else was faster, shows what they said, above the text that
 * was kept, and lets it go all the same. While it is shown, what the refused reply said stands: the writer decides.
 */
export function Sighted({ sight, onGoOn }: SightedProps) {
  const { state } = useForm()
  const refused = state.status === 'refused' && state.overtaken ? state : undefined
  const [noted, setNoted] = useState<typeof refused>()
  const shown = refused === noted ? undefined : refused
  const goOn = (told: Sight) => {
    setNoted(shown)
    onGoOn(told)
    callWriting('reply')?.open()
  }
  return (
    <>
      <input type="hidden" name="sight" value={shown?.values.sight ?? sightText(sight)} />
      {shown?.overtaken && <OvertakenNotice overtaken={shown.overtaken} onGoOn={goOn} />}
    </>
  )
}

interface OvertakenNoticeProps {
  readonly overtaken: Overtaken
  readonly onGoOn: (told: Sight) => void
}

function OvertakenNotice({ overtaken, onGoOn }: OvertakenNoticeProps) {
  const { arrivals, more, sight } = overtaken
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = box.current?.closest('form')
    const anyway = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey) return
      event.preventDefault()
      box.current?.querySelector<HTMLButtonElement>('button[name="anyway"]')?.click()
    }
    box.current?.scrollIntoView({ block: 'nearest' })
    form?.addEventListener('keydown', anyway)
    return () => form?.removeEventListener('keydown', anyway)
  }, [])
  return (
    <div
      ref={box}
      role="alert"
      data-overtaken
      className="mb-1.5 flex max-h-[45dvh] stays:max-h-[35dvh] flex-col gap-2 overflow-y-auto rounded-control border border-status-pending-solid/40 bg-status-pending-bg px-3 py-2.5"
    >
      <p className="font-medium text-message">Not sent yet: {heading(arrivals)} while you were writing</p>
      {more > 0 && <p className="text-fg-muted text-meta">And {more} more before, in the timeline.</p>}
      <ol className="flex flex-col gap-2">
        {arrivals.map((arrival) => (
          <li key={arrival.uid} className="border-border-strong border-s-2 ps-3">
            <p className="text-meta">
              <span className="font-semibold">{arrival.author}</span>{' '}
              <span className="text-fg-muted">
                {arrival.byCustomer ? 'Customer' : 'Agent'} ·{' '}
                {arrival.waiting ? 'being sent' : <Time at={arrival.at} />}
              </span>
            </p>
            <div className="text-message">
              <LazyProse hand={arrival.byCustomer ? 'letter' : 'markdown'}>{arrival.body}</LazyProse>
            </div>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" size={28} name="anyway" value={sightText(sight)}>
          Send anyway
          <span className="pointer-coarse:hidden">
            <Keys keys={shortcuts.sendAnyway.keys} />
          </span>
        </SubmitButton>
        <Button variant="quiet" size={28} className="noscript:hidden" onClick={() => onGoOn(sight)}>
          Go on writing
        </Button>
      </div>
    </div>
  )
}

/** `Maria wrote`, `Maria and Ben wrote`. */
const heading = (arrivals: readonly Arrival[]) =>
  `${listed([...new Set(arrivals.map(({ author }) => author))])} wrote`
