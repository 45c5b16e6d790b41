'use client'

import { useEffect, useState } from 'react'
import { changeView, saveView } from '@/app/console/tickets/views/actions'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { newUid } from '@/components/ui/new-uid'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/lib/form-state'
import { type Groups, noGroups } from '@/lib/tickets/queue-groups'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import type { OpenedView } from '@/lib/views/find'
import { mostNameLetters, scopeWords } from '@/lib/views/view'
import { loadChoices, together, useChoices } from '../queue/choices'
import { draftOf, groupsOf } from './groups-draft'
import { GroupsField } from './groups-field'

export interface ViewDialogProps {
  /** The view that is changed; without it a new one is saved. */
  readonly changes?: OpenedView
  /** What it begins with, where it is a new one. */
  readonly groups?: Groups
  /** What the list asks now, as its address says it. */
  readonly address: Readonly<Record<string, string>>
  /** The same, for reading. */
  readonly filters: readonly string[]
  readonly names: QueueChoices
  readonly onClose: () => void
  readonly onSaved: (uid: string, message?: string) => void
}

/** Saves what the list asks, in its order and with its columns, under a name, for oneself or for others. */
export function ViewDialog(props: ViewDialogProps) {
  const { changes, address, filters, names, onClose, onSaved } = props
  const [uid] = useState(() => changes?.uid ?? newUid())
  const [draft, setDraft] = useState(() => draftOf(changes ?? props.groups ?? noGroups))
  const [refused, setRefused] = useState<typeof draft>()
  const { choices } = useChoices()
  useEffect(loadChoices, [])
  const answered = (answer: FormState) => {
    if (answer.status === 'refused') setRefused(draft)
  }
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={changes ? 'Edit view' : 'Save as view'}
      description="It keeps what the list asks now, its order and its columns."
    >
      <Form
        action={changes ? changeView : saveView}
        onAnswer={answered}
        onDone={(message) => onSaved(uid, message)}
        className="flex flex-col gap-4 pb-2"
      >
        <input type="hidden" name="uid" value={uid} />
        {changes && <input type="hidden" name="version" value={changes.version} />}
        <input type="hidden" name="query" value={JSON.stringify({ address, ...groupsOf(draft) })} />
        <Field name="name" label="Name" required>
          <TextInput defaultValue={changes?.name} maxLength={mostNameLetters} autoComplete="off" />
        </Field>
        <ScopeField changes={changes} />
        <p className="text-console">
          <span className="font-medium">Filters: </span>
          <span className="text-fg-muted">{filters.length > 0 ? filters.join(' · ') : 'none'}</span>
        </p>
        <GroupsField
          draft={draft}
          names={together(names, choices)}
          stale={refused !== draft}
          onChange={setDraft}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>Cancel</DialogClose>
          <SubmitButton>{changes ? 'Update' : 'Save'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}

function ScopeField({ changes }: Pick<ViewDialogProps, 'changes'>) {
  const { scopes } = useChoices()
  const [scope, setScope] = useState(changes?.scopeValue ?? 'personal')
  const now = changes
    ? { value: changes.scopeValue, label: scopeWords(changes) }
    : { value: 'personal', label: 'Only me' }
  const offered = scopes.some(({ value }) => value === now.value) ? scopes : [now, ...scopes]
  return (
    <Field name="scope" label="For whom">
      <Select choices={offered} value={scope} onChange={(event) => setScope(event.target.value)} />
    </Field>
  )
}
