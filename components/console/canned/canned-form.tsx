'use client'

import { type ReactNode, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { type Choice, Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type Around, noteLimit, toMe, toNobody } from '@/lib/canned/action'
import { cannedLimit, type NewCanned, nameLimit, shortcutLimit } from '@/lib/canned/canned'
import { placeholders } from '@/lib/canned/placeholder'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import { editField } from '../ticket/edit-field'
import { cannedPath } from './places'

interface CannedFormProps {
  readonly action: FormAction
  readonly canned: NewCanned
  /** Whose the writer may make it. */
  readonly scopes: readonly Choice[]
  /** What its actions may name. */
  readonly around: Around
  /** What the button says. */
  readonly submit: string
  /** Hidden fields. */
  readonly children?: ReactNode
}

export function CannedForm({ action, canned, scopes, around, submit, children }: CannedFormProps) {
  const body = useRef<HTMLTextAreaElement>(null)
  return (
    <Form action={action} asksBeforeLeaving className="flex flex-col gap-5">
      {children}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="name" label="Name" hint="What it is about" required className="sm:col-span-2">
          <TextInput defaultValue={canned.name} maxLength={nameLimit} autoComplete="off" />
        </Field>
        <Field name="shortcut" label="Shortcut" hint="One word: /refund finds it at once">
          <TextInput
            defaultValue={canned.shortcut ?? ''}
            maxLength={shortcutLimit + 1}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
        <Field name="scope" label="For" hint="Who has it, and finds it">
          <Select choices={scopes} defaultValue={canned.scope} />
        </Field>
      </div>
      <Field
        name="body"
        label="Text"
        hint="Markdown. Double braces are filled in: {{customer.name}} and the like by themselves, {{any other words}} by whoever uses it, before it can be sent. A backslash before them, or code, keeps them as they are."
      >
        <TextArea ref={body} rows={8} limit={cannedLimit} defaultValue={canned.body} />
      </Field>
      <Placeholders onPick={(name) => body.current && insert(body.current, `{{${name}}}`)} />
      <ActionFields canned={canned} around={around} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <LinkButton href={cannedPath} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}

function insert(area: HTMLTextAreaElement, words: string) {
  const { selectionStart: from, selectionEnd: to } = area
  editField(area, { from, to, insert: words, start: from + words.length, end: from + words.length })
}

function Placeholders({ onPick }: { readonly onPick: (name: string) => void }) {
  return (
    <fieldset className="noscript:hidden -mt-2 flex min-w-0 flex-wrap gap-1">
      <legend className="mb-1 text-fg-muted text-meta">Insert</legend>
      {Object.entries(placeholders).map(([name, says]) => (
        <button
          key={name}
          type="button"
          title={says}
          onClick={() => onPick(name)}
          className="min-h-6 rounded-chip border border-border-strong bg-raised px-1.5 font-mono text-meta hover:bg-hover pointer-coarse:min-h-11"
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}

const asItIs = 'Leave it as it is'

function ActionFields({ canned: { actions }, around }: Pick<CannedFormProps, 'canned' | 'around'>) {
  const to = (kind: (typeof actions)[number]['do']) =>
    actions.flatMap((action) => (action.do === kind ? [action.to] : [])).join(', ')
  return (
    <section aria-labelledby="actions-title" className="flex flex-col gap-4 border-t pt-5">
      <div>
        <h2 id="actions-title" className="font-semibold text-message">
          What it also does
        </h2>
        <p className="text-fg-muted text-meta">
          With the reply, or at once where nothing is written. Whoever uses it sees it before, and can take
          any of it away.
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="status" label="Status">
          <Select placeholder={asItIs} choices={statusChoices} defaultValue={to('status')} />
        </Field>
        <Field name="priority" label="Priority">
          <Select placeholder={asItIs} choices={priorityChoices} defaultValue={to('priority')} />
        </Field>
        <Field name="assign" label="Assignee">
          <Select
            placeholder={asItIs}
            choices={[...assignees, ...offered(around.people, to('assign'))]}
            defaultValue={to('assign')}
          />
        </Field>
        <Field name="team" label="Team">
          <Select
            placeholder={asItIs}
            choices={offered(around.teams, to('team'))}
            defaultValue={to('team')}
          />
        </Field>
        <Field name="category" label="Category">
          <Select
            placeholder={asItIs}
            choices={offered(around.categories, to('category'))}
            defaultValue={to('category')}
          />
        </Field>
        <Field
          name="tags"
          label="Add tags"
          hint="Several with commas between them"
          className="sm:col-start-1"
        >
          <TextInput defaultValue={to('tag')} autoComplete="off" autoCapitalize="none" />
        </Field>
        <Field name="untags" label="Remove tags" hint="Several with commas between them">
          <TextInput defaultValue={to('untag')} autoComplete="off" autoCapitalize="none" />
        </Field>
      </div>
      <Field
        name="note"
        label="Internal note"
        hint="Only agents see it. It may say what is known, in double braces."
      >
        <TextArea rows={2} limit={noteLimit} defaultValue={to('note')} />
      </Field>
    </section>
  )
}

const statusChoices = statuses.map((status) => ({ value: status, label: statusWord[status] }))
const priorityChoices = priorities
  .toReversed()
  .map((priority) => ({ value: priority, label: priorityWord[priority] }))
const assignees = [
  { value: toMe, label: 'Whoever uses it' },
  { value: toNobody, label: 'Nobody' },
]

/** What can be chosen, and what is chosen though it is gone: the form says so when it is saved. */
const offered = (all: Around['people'], chosen: string): readonly Choice[] =>
  all
    .filter(({ key, gone }) => !gone || key === chosen)
    .map(({ key, name, gone }) => ({ value: key, label: gone ? `${name} (no longer there)` : name }))
