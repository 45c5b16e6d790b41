'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { FormState } from '@/lib/form-state'
import type { Preview } from '@/lib/sla/reconsider'

/** What saving would change, before it is saved. `form` is the id of the form around it. */
export function CalendarPreview({ form }: { readonly form: string }) {
  const { state } = useForm()
  const [closed, setClosed] = useState<FormState>()
  if (state.status !== 'previewed') return null
  const { preview, agreed } = state
  return (
    <Dialog
      open={closed !== state}
      onOpenChange={(open) => !open && setClosed(state)}
      title="Save these hours?"
      description={previewInWords(preview)}
      wide
      footer={
        <>
          <Button onClick={() => setClosed(state)}>Keep editing</Button>
          <SubmitButton form={form} name="agreed" value={agreed}>
            Save calendar
          </SubmitButton>
        </>
      }
    >
      {preview.count > 0 && <Affected preview={preview} />}
    </Dialog>
  )
}

function Affected({ preview: { count, first } }: { readonly preview: Preview }) {
  return (
    <>
      <ul aria-label="Tickets that change" className="divide-y border-y">
        {first.map(({ refid, subject, before, after }) => (
          <li key={refid} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
            <span className="min-w-0">
              <span className="block truncate">{subject}</span>
              <span className="block font-mono text-fg-muted text-meta">{refid}</span>
            </span>
            <span className="sm:text-end">
              <Deadline at={before} /> <span aria-hidden="true">→</span>
              <span className="sr-only"> becomes </span> <Deadline at={after} />
            </span>
          </li>
        ))}
      </ul>
      {count > first.length && (
        <p className="mt-2 text-fg-muted">
          And {(count - first.length).toLocaleString('en')} more, due later.
        </p>
      )}
    </>
  )
}

const Deadline = ({ at }: { readonly at: Date | null }) =>
  at ? <Time at={at} as="clock" /> : <span className="text-fg-muted">none</span>

function previewInWords({ count, late }: Preview) {
  if (count === 0)
    return 'No open ticket gets another deadline. Deadlines from now on are counted by these hours.'
  const gets = count === 1 ? '1 open ticket gets' : `${count.toLocaleString('en')} open tickets get`
  return `${gets} another deadline${late > 0 ? `; ${late.toLocaleString('en')} would be late at once` : ''}.`
}
