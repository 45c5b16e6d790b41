'use client'

import { useEffect, useState } from 'react'
import { MultiPicker } from '@/components/ui/multi-picker'
import { actionWords } from '@/lib/bulk/action'
import { shortcuts } from '../keys'
import { knownTags, made } from '../known-tags'
import type { QueueLine } from '../queue/line'
import { changeRow } from './change-row'

interface RowTagsProps {
  readonly line: Pick<QueueLine, 'refid' | 'tags'>
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly className?: string
}

/** The tags of one ticket of a list, as on its page: each is switched on or off at once. */
export function RowTags({ line, open, onOpenChange, className }: RowTagsProps) {
  const [tags, setTags] = useState(line.tags ?? [])
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => {
    if (open) void knownTags().then(setKnown)
  }, [open])
  const turn = (name: string, on: boolean) =>
    setTags((before) => [...before.filter((other) => other !== name), ...(on ? [name] : [])])
  const toggle = async (name: string, on: boolean) => {
    turn(name, on)
    const wish = { kind: 'tags', add: on ? [name] : [], remove: on ? [] : [name] } as const
    if (!(await changeRow(line.refid, wish, actionWords(wish)))) turn(name, !on)
  }
  return (
    <MultiPicker
      label="Tags"
      options={[...new Set([...tags, ...known])].map((name) => ({ value: name, label: name }))}
      values={tags}
      onToggle={(name, on) => void toggle(name, on)}
      made={made}
      keys={shortcuts.tagSelected.keys}
      variant="secondary"
      open={open}
      onOpenChange={onOpenChange}
      className={className}
    >
      Tags…
    </MultiPicker>
  )
}
