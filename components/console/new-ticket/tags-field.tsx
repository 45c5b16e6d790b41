'use client'

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { FieldError, labelClass, useFieldParts } from '@/components/ui/field'
import { MultiPicker } from '@/components/ui/multi-picker'
import { knownTags, made } from '../known-tags'

interface TagsFieldProps {
  readonly name?: string
  readonly legend?: string
  /** Only what is there already can be chosen. */
  readonly present?: boolean
}

/** Tags for tickets that do not show theirs here. Without JavaScript a line with commas. */
export function TagsField({ name: field = 'tags', legend = 'Tags', present: onlyPresent }: TagsFieldProps) {
  const { id, error, errorId } = useFieldParts(field, null)
  const [tags, setTags] = useState<readonly string[]>([])
  const [known, setKnown] = useState<readonly string[]>([])
  const toggle = (name: string, on: boolean) =>
    setTags((present) => [...present.filter((other) => other !== name), ...(on ? [name] : [])])
  return (
    <fieldset id={id} className="flex min-w-0 flex-col gap-1">
      <legend className={labelClass}>{legend}</legend>
      <div className="flex min-w-0 flex-wrap items-center gap-1">
        {tags.map((name) => (
          <span
            key={name}
            className="inline-flex h-6 min-w-0 max-w-full items-center rounded-chip border border-border-strong bg-raised text-meta"
          >
            <input type="hidden" name={field} value={name} />
            <span dir="auto" className="truncate ps-2">
              {name}
            </span>
            <button
              type="button"
              onClick={() => toggle(name, false)}
              aria-label={`Remove tag ${name}`}
              className="flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-8"
            >
              <X aria-hidden="true" className="size-3" />
            </button>
          </span>
        ))}
        <MultiPicker
          label={legend}
          options={[...new Set([...tags, ...known])].map((name) => ({ value: name, label: name }))}
          values={tags}
          onToggle={toggle}
          made={onlyPresent ? undefined : made}
          onOpenChange={(open) => {
            if (open) void knownTags().then(setKnown)
          }}
          className="text-fg-muted"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          {onlyPresent ? 'Choose tag' : 'Add tag'}
        </MultiPicker>
        <noscript>
          <input name={field} aria-label={legend} placeholder="vip, refund" className="control h-8 px-2.5" />
        </noscript>
      </div>
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}
