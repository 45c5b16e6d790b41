'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { Form, type FormAction, useForm } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { refreshCounts } from '../counts'

interface VerbFormProps {
  readonly action: FormAction
  readonly refid: string
  /** What the page shows: if it is no longer so, the change is refused and the page brought up to date. */
  readonly from?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A form that changes one thing about a ticket and says what became of it. */
export function VerbForm({ action, refid, from, className, children }: VerbFormProps) {
  return (
    <Form action={action} onDone={told} className={className}>
      <input type="hidden" name="ref" value={refid} />
      {from !== undefined && <input type="hidden" name="from" value={from} />}
      {children}
      <Catching />
    </Form>
  )
}

const told = (message?: string) => {
  if (message) toast(message)
  refreshCounts()
}

/** After a refusal the page shows what is true now; the words stay in a toast, where the form itself may be gone. */
function Catching() {
  const router = useRouter()
  const { state } = useForm()
  const caught = useEffectEvent(() => {
    if (state.status !== 'refused') return
    toast(state.message, { failed: true })
    router.refresh()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is a new state
  useEffect(() => caught(), [state])
  return null
}
