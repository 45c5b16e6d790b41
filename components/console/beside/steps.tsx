'use client'

import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { withKey } from '../keys'
import { queuePath } from '../queue/address'
import { holdShortcuts, letShortcutsGo, runShortcut, useShortcuts } from '../use-shortcuts'
import { turnTo, useTrail } from './list'
import { placeIn, type Step, stepFrom } from './step'
import { useGoing } from './use-going'

/** The button that led to a ticket: whoever goes on by it has it under the finger again. */
let pressed: { readonly by: 1 | -1; readonly refid: string } | undefined

/** To the next and the previous ticket of the list one came from, over the edges of its pages as well. */
export function Steps({ refid }: { readonly refid: string }) {
  const goTo = useGoing()
  const list = useTrail()
  /** Whoever presses twice before the next ticket is there goes on from that one. */
  const at = useRef(refid)
  const turning = useRef(false)
  const here = useRef(false)
  useLayoutEffect(() => {
    here.current = true
    const meant = letShortcutsGo()
    // The fields of this ticket answer by then.
    if (meant) setTimeout(() => runShortcut(meant))
    return () => {
      here.current = false
      // Whoever went somewhere else has their keys again, too.
      setTimeout(letShortcutsGo)
    }
  }, [])
  useEffect(() => {
    pressed = undefined
  }, [])
  const go = async (by: 1 | -1, byButton = false) => {
    const step = stepFrom(list, at.current, by)
    if (!step) return toast(whyNot(step, by), { about: 'steps' })
    if (turning.current) return
    turning.current = true
    holdShortcuts()
    const wanted =
      'refid' in step
        ? step.refid
        : (await turnTo(step.page, () => here.current))?.lines.at(by === 1 ? 0 : -1)?.refid
    turning.current = false
    if (!here.current) return
    if (!wanted) return void letShortcutsGo()
    at.current = wanted
    pressed = byButton ? { by, refid: wanted } : undefined
    goTo(`${queuePath}/${wanted}`)
  }
  const [previous, next] = [stepFrom(list, refid, -1), stepFrom(list, refid, 1)]
  const listed = next !== undefined
  useShortcuts({
    next: listed ? () => void go(1) : undefined,
    previous: listed ? () => void go(-1) : undefined,
  })
  return (
    <div className="noscript:hidden flex items-center print:hidden">
      <span className="min-w-14 px-2 text-end text-fg-muted max-sm:empty:hidden">{placeIn(list, refid)}</span>
      <StepButton refid={refid} by={-1} step={previous} onStep={() => void go(-1, true)} />
      <StepButton refid={refid} by={1} step={next} onStep={() => void go(1, true)} />
    </div>
  )
}

interface StepButtonProps {
  readonly refid: string
  readonly by: 1 | -1
  readonly step: Step | null | undefined
  readonly onStep: () => void
}

/** Where it leads nowhere it says why. */
function StepButton({ refid, by, step, onStep }: StepButtonProps) {
  const Icon = by === 1 ? ChevronDown : ChevronUp
  const name = by === 1 ? 'Next ticket' : 'Previous ticket'
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (pressed?.by === by && pressed.refid === refid) button.current?.focus()
  }, [refid, by])
  return (
    <button
      ref={button}
      type="button"
      aria-label={name}
      aria-disabled={!step || undefined}
      title={step ? withKey(name, by === 1 ? 'next' : 'previous') : whyNot(step, by)}
      onClick={onStep}
      className={buttonClass(
        { variant: 'quiet', size: 28, square: true },
        'aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
      )}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}

function whyNot(step: null | undefined, by: 1 | -1) {
  if (step === undefined) return 'This ticket is not in the list'
  return by === 1 ? 'This is the last ticket of the list' : 'This is the first ticket of the list'
}
