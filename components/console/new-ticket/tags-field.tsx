'use client'

import Plus from 'lucide-react/icons/plus'
import { Fragment, useState } from 'react'
import { flushSync } from 'react-dom'
import { Chip } from '@/components/ui/badge'
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
  const { id, error, errorId, describedBy } = useFieldParts(field, null)
  const [tags, setTags] = useState<readonly string[]>([])
  const [known, setKnown] = useState<readonly string[]>([])
  const [open, setOpen] = useState(false)
  const openList = (wanted: boolean) => {
    setOpen(wanted)
    if (wanted) void knownTags().then(setKnown)
  }
  const toggle = (name: string, on: boolean) =>
    setTags((present) => [...present.filter((other) => other !== name), ...(on ? [name] : [])])
  return (
    <fieldset id={id} aria-describedby={describedBy} className="flex min-w-0 flex-col gap-1">
      <legend className={labelClass}>{legend}</legend>
      <div data-chips className="flex min-w-0 flex-wrap items-center gap-1">
        {tags.map((name) => (
          <Fragment key={name}>
            <input type="hidden" name={field} value={name} />
            <Chip onRemove={() => toggle(name, false)} removeLabel={`Remove tag ${name}`}>
              <bdi>{name}</bdi>
            </Chip>
          </Fragment>
        ))}
        <MultiPicker
          label={legend}
          options={[...new Set([...tags, ...known])].map((name) => ({ value: name, label: name }))}
          values={tags}
          onToggle={toggle}
          made={onlyPresent ? undefined : made}
          open={open}
          onOpenChange={openList}
          // At once: the letter belongs to the list.
          onLetter={() => flushSync(() => openList(true))}
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
