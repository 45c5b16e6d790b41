'use client'

import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Form, type FormAction } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'

interface SlaMoveProps {
  readonly action: FormAction
  readonly policy: { readonly uid: string; readonly name: string }
  readonly first: boolean
  readonly last: boolean
}

/** Moves a policy up or down the list. The keyboard stays on the button, wherever it goes. */
export function SlaMove({ action, policy: { uid, name }, first, last }: SlaMoveProps) {
  const pressed = useRef('')
  const box = useRef<HTMLSpanElement>(null)
  const stay = (message?: string) => {
    if (message) toast(message)
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled)
    const same = buttons.find(({ value }) => value === pressed.current)
    ;(same ?? buttons[0])?.focus()
  }
  const button = (direction: 'up' | 'down', atEnd: boolean) => (
    <Button
      type="submit"
      name="direction"
      value={direction}
      disabled={atEnd}
      variant="quiet"
      size={28}
      square
      aria-label={`Move “${name}” ${direction}`}
      onClick={() => {
        pressed.current = direction
      }}
    >
      {direction === 'up' ? (
        <ArrowUp aria-hidden="true" className="size-4" />
      ) : (
        <ArrowDown aria-hidden="true" className="size-4" />
      )}
    </Button>
  )
  return (
    <Form action={action} onDone={stay}>
      <input type="hidden" name="policy" value={uid} />
      <span ref={box} className="flex">
        {button('up', first)}
        {button('down', last)}
      </span>
    </Form>
  )
}
