'use client'

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { tagTicket } from '@/app/console/tickets/actions'
import { leaveChip } from '@/components/ui/chips'
import { MultiPicker } from '@/components/ui/multi-picker'
import { shortcuts } from '../keys'
import { knownTags, made } from '../known-tags'
import { useShortcuts } from '../use-shortcuts'
import { useReveal } from './side-panel'
import { VerbForm } from './verb-form'

interface TagsProps {
  readonly refid: string
  readonly tags: readonly string[]
  readonly disabled: boolean
}

/** The tags of a ticket: each goes with one press, others come from a list that learns new names. */
export function Tags({ refid, tags, disabled }: TagsProps) {
  const [open, setOpen] = useState(false)
  const [known, setKnown] = useState<readonly string[]>([])
  const save = useRef<HTMLButtonElement>(null)
  const reveal = useReveal()
  const openList = (wanted: boolean) => {
    setOpen(wanted)
    if (wanted) void knownTags().then(setKnown)
  }
  useShortcuts(
    disabled
      ? {}
      : {
          tags: () => {
            reveal()
            // At once: the next key belongs to the list.
            flushSync(() => openList(true))
          },
        },
  )
  const toggle = (name: string, on: boolean) => {
    if (!save.current) return
    save.current.name = on ? 'add' : 'remove'
    save.current.value = name
    save.current.form?.requestSubmit(save.current)
  }
  const names = [...new Set([...tags, ...known])]
  return (
    <VerbForm
      action={tagTicket}
      refid={refid}
      inverse={(sent) => ({ action: tagTicket, fields: { ref: refid, ...opposite(sent) } })}
      className="min-w-0"
    >
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
        <span className="py-1 text-fg-muted">Tags</span>
        <div data-chips className="flex min-w-0 flex-wrap items-center gap-1 py-0.5">
          <ul aria-label="Tags" className="contents">
            {tags.map((name) => (
              <li key={name} className="flex min-w-0 max-w-full">
                <Tag name={name} disabled={disabled} />
              </li>
            ))}
          </ul>
          {tags.length === 0 && disabled && <span className="px-2 text-fg-muted">None</span>}
          {!disabled && (
            <>
              <MultiPicker
                label="Tags"
                options={names.map((name) => ({ value: name, label: name }))}
                values={tags}
                onToggle={toggle}
                made={made}
                keys={shortcuts.tags.keys}
                open={open}
                onOpenChange={openList}
                className="text-fg-muted"
              >
                <Plus aria-hidden="true" className="size-3.5" />
                Add tag
              </MultiPicker>
              <button ref={save} type="submit" hidden tabIndex={-1}>
                Save
              </button>
              <noscript>
                <input name="add" aria-label="Tag" maxLength={40} className="control h-7 w-32" />
                <button type="submit">Add</button>
              </noscript>
            </>
          )}
        </div>
      </div>
    </VerbForm>
  )
}

/** Of one tag alone: whatever becomes of the others meanwhile stays. */
const opposite = (sent: FormData): Readonly<Record<string, string>> =>
  sent.has('add') ? { remove: String(sent.get('add')) } : { add: String(sent.get('remove')) }

function Tag({ name, disabled }: { readonly name: string; readonly disabled: boolean }) {
  return (
    <span className="inline-flex h-6 min-w-0 items-center rounded-chip border border-border-strong bg-raised text-meta">
      <span dir="auto" className="truncate ps-2 last:pe-2">
        {name}
      </span>
      {!disabled && (
        <button
          type="submit"
          name="remove"
          value={name}
          data-chip
          onClick={(event) => leaveChip(event.currentTarget)}
          aria-label={`Remove tag ${name}`}
          className="flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-8"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  )
}
