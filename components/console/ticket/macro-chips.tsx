'use client'

import clsx from 'clsx'
import ChevronRight from 'lucide-react/icons/chevron-right'
import X from 'lucide-react/icons/x'
import Zap from 'lucide-react/icons/zap'
import { type RefObject, useTransition } from 'react'
import { applyToTicket } from '@/app/console/tickets/actions'
import { Button } from '@/components/ui/button'
import { leaveChip } from '@/components/ui/chips'
import { FieldError, useFieldParts } from '@/components/ui/field'
import { type Around, actionWord, type MacroAction, whyNot } from '@/lib/canned/action'
import { listed } from '@/lib/listed'
import type { Status } from '@/lib/tickets/ticket'
import { asItWas, takesBack } from '../inverse'
import { perform } from '../perform'
import { whenMade } from '../when-made'
import { type ChosenActions, useActionsOf } from './chosen-actions'
import type { FieldValues, TicketField } from './field-values'
import { useShown } from './shown'
import { useFieldText } from './use-field-text'

interface MacroChipsProps {
  readonly refid: string
  readonly status: Status
  readonly chosen: ChosenActions
  readonly around: Around
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (actions: readonly MacroAction[]) => void
}

/** What is done with the ticket together with what is sent; without words it can be done at once. */
export function MacroChips({ refid, status, chosen, around, field, onChange }: MacroChipsProps) {
  const actions = useActionsOf(chosen)
  const { id, error, errorId } = useFieldParts('actions', null)
  if (actions.length === 0) return null
  const remove = (chip: HTMLElement, action: MacroAction) => {
    leaveChip(chip, field.current)
    onChange(actions.filter((other) => other !== action))
  }
  return (
    <fieldset
      id={id}
      data-chips
      aria-describedby={error ? errorId : undefined}
      className="flex min-w-0 flex-wrap items-center gap-1 px-2 pb-2"
    >
      <legend className="sr-only">What it also does</legend>
      <Zap aria-hidden="true" className="me-0.5 size-3.5 shrink-0 text-fg-muted" />
      {actions.map((action) => (
        <Chip
          key={`${action.do} ${action.to}`}
          word={actionWord(action, around)}
          why={whyNot(action, { status }, around, actions)}
          onRemove={(chip) => remove(chip, action)}
        />
      ))}
      <input type="hidden" name="actions" value={JSON.stringify(actions)} />
      <ApplyButton
        refid={refid}
        actions={actions}
        around={around}
        field={field}
        onDone={() => onChange([])}
      />
      <NoteWords actions={actions} />
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}

interface ChipProps {
  readonly word: string
  /** Why it cannot be done. */
  readonly why: string | null
  readonly onRemove: (chip: HTMLElement) => void
}

function Chip({ word, why, onRemove }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex min-h-6 min-w-0 max-w-full items-center rounded-chip border bg-raised text-meta',
        why ? 'border-sla-breach-solid/50 text-sla-breach-text' : 'border-border-strong text-fg',
      )}
    >
      <span dir="auto" className="wrap-anywhere min-w-0 ps-2">
        {word}
        {why && ` (${why})`}
      </span>
      <button
        type="button"
        data-chip
        onClick={(event) => onRemove(event.currentTarget)}
        aria-label={`Remove: ${word}`}
        className="flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-muted hover:bg-hover hover:text-fg pointer-coarse:size-11"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </span>
  )
}

/** A note is read before it is left. */
function NoteWords({ actions }: { readonly actions: readonly MacroAction[] }) {
  const note = actions.find((action) => action.do === 'note')
  if (!note) return null
  return (
    <details className="group basis-full text-meta">
      <summary className="flex min-h-6 w-fit list-none items-center gap-1 text-fg-muted hover:text-fg pointer-coarse:min-h-11">
        <ChevronRight aria-hidden="true" className="size-3.5 text-fg-subtle group-open:rotate-90" />
        What the note says
      </summary>
      <p
        dir="auto"
        className="wrap-anywhere whitespace-pre-line rounded-control border border-note-border border-dashed bg-note-bg px-2.5 py-1.5"
      >
        {note.to}
      </p>
    </details>
  )
}

interface ApplyButtonProps {
  readonly refid: string
  readonly actions: readonly MacroAction[]
  readonly around: Around
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onDone: () => void
}

/** There while nothing is written: an action of its own, for it sends nothing. */
function ApplyButton({ refid, actions, around, field, onDone }: ApplyButtonProps) {
  const text = useFieldText(field)
  const { shown } = useShown()
  const [pending, startTransition] = useTransition()
  if (text.trim() !== '') return null
  const apply = () =>
    startTransition(async () => {
      const was = fieldsBefore(actions, shown)
      const stays = listed(Object.keys(was).length > 0 ? staying(actions) : [])
      const done = await whenMade(perform(applyToTicket, { ref: refid, actions: JSON.stringify(actions) }), {
        undo: Object.keys(was).length > 0 ? takesBack(asItWas(refid, was)) : undefined,
        description: `${actions.map((action) => actionWord(action, around)).join(', ')}.${stays && ` Undo leaves ${stays}.`}`,
      })
      if (!done) return
      onDone()
      field.current?.focus()
    })
  return (
    <Button size={28} pending={pending} onClick={apply} className="ms-1">
      Apply
    </Button>
  )
}

/** The fields of the ticket that actions set. A team gives it to one of its own. */
const fieldsOf = {
  status: ['status'],
  priority: ['priority'],
  assign: ['assignee'],
  team: ['team', 'assignee'],
  category: ['category'],
  tag: [],
  untag: [],
  note: [],
} as const satisfies Record<MacroAction['do'], readonly TicketField[]>

const fieldsBefore = (actions: readonly MacroAction[], shown: FieldValues): Partial<FieldValues> =>
  Object.fromEntries(actions.flatMap(({ do: kind }) => fieldsOf[kind].map((field) => [field, shown[field]])))

/** What they do that is not taken back with the fields. */
const staying = (actions: readonly MacroAction[]) => [
  ...(actions.some(({ do: kind }) => kind === 'tag' || kind === 'untag') ? ['its tags'] : []),
  ...(actions.some(({ do: kind }) => kind === 'note') ? ['the note'] : []),
]
