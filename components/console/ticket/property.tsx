'use client'

import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FormAction } from '@/components/ui/form'
import { Picker } from '@/components/ui/picker'
import type { PickerOption } from '@/components/ui/picker-list'
import { asItWas } from '../inverse'
import type { ShortcutId } from '../keys'
import { shortcuts } from '../keys'
import { useOffers } from '../offers'
import { useShortcuts } from '../use-shortcuts'
import type { TicketField } from './field-values'
import { useShown } from './shown'
import { useReveal } from './side-panel'
import { VerbForm } from './verb-form'

interface PropertyProps {
  readonly label: string
  readonly action: FormAction
  readonly refid: string
  readonly field: TicketField
  readonly value: string
  readonly options: readonly PickerOption[]
  readonly shortcut?: ShortcutId
  readonly disabled?: boolean
}

/** One field of a ticket. Picking shows and saves at once; without JavaScript it is a list and a button. */
export function Property(props: PropertyProps) {
  const { label, action, refid, field, value, options, shortcut, disabled } = props
  const { shown, show } = useShown()
  const save = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const reveal = useReveal()
  const choose = () => {
    reveal()
    // At once: the next key belongs to the list, however soon it comes.
    flushSync(() => setOpen(true))
  }
  useShortcuts(shortcut && !disabled ? { [shortcut]: choose } : {})
  useOffers(
    shortcut || disabled
      ? []
      : [{ id: `choose-${field}`, label: `Choose the ${label.toLowerCase()}`, act: choose }],
  )
  const pick = (to: string) => {
    if (!save.current) return
    save.current.value = to
    save.current.form?.requestSubmit(save.current)
  }
  return (
    <VerbForm
      action={action}
      refid={refid}
      from={shown[field]}
      inverse={() =>
        // A team gives it to one of its own.
        asItWas(refid, { [field]: shown[field], ...(field === 'team' && { assignee: shown.assignee }) })
      }
      onActing={(fields) => show(field, String(fields.get('to')))}
      className="min-w-0"
    >
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-2">
        <span className="text-fg-muted">{label}</span>
        <span className="noscript:hidden flex min-w-0">
          <Picker
            label={label}
            options={options}
            value={shown[field]}
            onChange={pick}
            keys={shortcut && shortcuts[shortcut].keys}
            open={open}
            onOpenChange={setOpen}
            disabled={disabled}
            variant="quiet"
            className="w-full text-fg!"
          />
          <button ref={save} type="submit" name="to" hidden tabIndex={-1}>
            Save
          </button>
        </span>
        <noscript>
          <select name="to" defaultValue={value} aria-label={label} className="control h-7">
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <button type="submit">Save</button>
        </noscript>
      </div>
    </VerbForm>
  )
}
