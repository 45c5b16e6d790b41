'use client'

import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Form, type FormAction, useForm } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { SlaPreview } from './sla-preview'

interface SlaMoveProps {
  readonly action: FormAction
  readonly policy: { readonly uid: string; readonly name: string }
  /** Counted from 1. */
  readonly place: number
  readonly last: boolean
}

/** Moves a policy up or down the list, after a question where that changes promises. The keyboard stays on the button, wherever it goes. */
export function SlaMove({ action, policy: { uid, name }, place, last }: SlaMoveProps) {
  const [direction, setDirection] = useState<'up' | 'down'>()
  const box = useRef<HTMLSpanElement>(null)
  const stay = (message?: string) => {
    if (message) toast(message)
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled)
    const same = buttons.find(({ value }) => value === direction)
    ;(same ?? buttons[0])?.focus()
  }
  const button = (way: 'up' | 'down', atEnd: boolean) => (
    <Button
      type="submit"
      name="direction"
      value={way}
      disabled={atEnd}
      variant="quiet"
      size={28}
      square
      aria-label={`Move “${name}” ${way}`}
      onClick={() => setDirection(way)}
    >
      {way === 'up' ? (
        <ArrowUp aria-hidden="true" className="size-4" />
      ) : (
        <ArrowDown aria-hidden="true" className="size-4" />
      )}
    </Button>
  )
  return (
    <Form action={action} onDone={stay} className="flex flex-col gap-2 has-[section]:basis-full">
      <input type="hidden" name="policy" value={uid} />
      <input type="hidden" name="place" value={place} />
      <span ref={box} className="flex justify-end">
        {button('up', place === 1)}
        {button('down', last)}
      </span>
      <Asked />
    </Form>
  )
}

function Asked() {
  const { state } = useForm()
  return (
    state.status === 'previewed' && (
      <SlaPreview confirm={state.agreed.startsWith('up') ? 'Move it up' : 'Move it down'} />
    )
  )
}
