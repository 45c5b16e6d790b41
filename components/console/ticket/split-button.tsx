'use client'

import Split from 'lucide-react/icons/split'
import { useState } from 'react'
import { splitTicket } from '@/app/console/tickets/merge/actions'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { FormInDialog } from './form-in-dialog'

interface SplitButtonProps {
  readonly refid: string
  /** Uid of the first message that moves. */
  readonly message: string
}

/** Makes a ticket of its own of a message. */
export function SplitButton({ refid, message }: SplitButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label="Split into a new ticket"
        title="Split into a new ticket"
        className="noscript:hidden -me-1.5 flex size-6 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-11 print:hidden"
      >
        <Split aria-hidden="true" className="size-3.5" />
      </button>
      {open && (
        <Dialog
          title="Split into a new ticket"
          description="For the same customer. The two are linked, and the customer sees both."
          open
          onOpenChange={setOpen}
        >
          <FormInDialog action={splitTicket} refid={refid} submit="Split" onDone={() => setOpen(false)}>
            <input type="hidden" name="message" value={message} />
            <Field name="subject" label="Subject of the new ticket" required>
              <TextInput autoComplete="off" />
            </Field>
            <Checkbox name="andAfter" label="Move what was written after it, too" />
          </FormInDialog>
        </Dialog>
      )}
    </>
  )
}
