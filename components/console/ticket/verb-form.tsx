'use client'

import { useRouter } from 'next/navigation'
import type { KeyboardEvent, ReactNode } from 'react'
import { Form, type FormAction } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'
import { type Inverse, takesBack } from '../inverse'
import { whenMade } from '../when-made'

interface VerbFormProps {
  readonly action: FormAction
  readonly refid: string
  /** What the page shows: if it is no longer so, the change is refused and the page brought up to date. */
  readonly from?: string
  /** What would take back what is sent, as the page is then; undefined: nothing does. */
  readonly inverse?: (sent: FormData) => Inverse
  readonly onActing?: (fields: FormData) => void
  /** Runs after a refusal, which has been told by then. */
  readonly onRefused?: () => void
  /** Done: what the form was open for is over. */
  readonly onDone?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  readonly className?: string
  readonly children: ReactNode
}

/**
 * A form that changes one thing about a ticket and says in a toast what became of it: after a refusal the page shows what
 * is true now, and the form itself may be gone.
 */
export function VerbForm({ refid, from, inverse, onRefused, onDone, children, ...form }: VerbFormProps) {
  const router = useRouter()
  const answered = (answer: FormState) => {
    if (answer.status === 'refused' && !answer.unsent) router.refresh()
  }
  const sent = (fields: FormData, making: Promise<FormState>) => {
    void whenMade(making, { undo: inverse && takesBack(inverse(fields)) })
  }
  return (
    <Form
      {...form}
      queues
      onSend={sent}
      onDone={() => onDone?.()}
      onAnswer={answered}
      onRefused={(message) => {
        toast(message, { failed: true })
        onRefused?.()
      }}
    >
      <input type="hidden" name="ref" value={refid} />
      {from !== undefined && <input type="hidden" name="from" value={from} />}
      {children}
    </Form>
  )
}
