'use client'

import { useRouter } from 'next/navigation'
import { changeView } from '@/app/console/tickets/views/actions'
import { focusTitle, isWriting } from '@/components/ui/focus'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
import type { OpenedView } from '@/lib/views/find'
import { refreshCounts } from '../counts'
import { savedViewHref } from '../queue/address'

interface ViewUpdateProps {
  readonly view: OpenedView
  readonly address: Readonly<Record<string, string>>
}

/** Saves what the list asks now as the view that is open. */
export function ViewUpdate({ view, address }: ViewUpdateProps) {
  const router = useRouter()
  const { uid, version, name, scopeValue, match, groups } = view
  // The page that comes with the answer has nothing to update any more.
  const accepted = (message?: string) => {
    if (message) toast(message)
    refreshCounts()
    if (!isWriting()) focusTitle()
    router.replace(savedViewHref(uid), { scroll: false })
  }
  return (
    <Form action={changeView} onAccepted={accepted} onRefused={(message) => toast(message, { failed: true })}>
      <input type="hidden" name="uid" value={uid} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="scope" value={scopeValue} />
      <input type="hidden" name="query" value={JSON.stringify({ address, match, groups })} />
      <SubmitButton variant="secondary" size={28}>
        Update
      </SubmitButton>
    </Form>
  )
}
