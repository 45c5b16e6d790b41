'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Keys } from '@/components/ui/kbd'
import { resultsInWords } from '@/components/ui/results-said'
import { TopDialog } from '@/components/ui/top-dialog'
import { tookTooLong } from '@/lib/patience'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { selectedCount } from '../bulk/selected-count'
import { offersHere } from '../offers'
import { type Entry, fitting, foremost, groupsOf, type Sight } from './entries'
import { foundGroups } from './found'
import { PaletteList } from './palette-list'
import { keepRecent, recentIds } from './recent'
import { useGlimpse } from './use-glimpse'
import { yours } from './yours'

export interface PaletteProps extends Pick<Agent, 'role'> {
  readonly savedViews: readonly ViewRow[]
  readonly sight: Sight
  /** What was typed while it was on its way. */
  readonly early: string
  /** It is gone, and the focus is free. */
  readonly onClosed: (picked?: Entry) => void
}

/** One field to find everything that can be done and visited, tickets and customers too: a combobox after ARIA's pattern. */
export function Palette({ role, savedViews, sight, early, onClosed }: PaletteProps) {
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(true)
  const [typed, setTyped] = useState(early)
  const [chosen, setChosen] = useState<string>()
  const [recent] = useState(recentIds)
  const [here] = useState(() => ({ ...sight, selected: selectedCount(), offers: offersHere() }))

  const glimpse = useGlimpse(typed)
  const found = foundGroups(glimpse)
  const groups = fitting([...groupsOf(here, role, savedViews), yours], typed, recent, found)
  const entries = groups.flatMap((group) => group.entries)
  /** What stands there as found was found by earlier words. */
  const late = glimpse.words !== typed.trim()
  const active = entries.find(({ id }) => id === chosen) ?? foremost(groups, late ? found : [])
  const said = glimpse.tookTooLong ? tooLong : late ? undefined : glimpse.problem
  const optionId = (entry: Entry) => `${list}-${entry.id}`

  const pick = (entry: Entry) => {
    if (!found.some(({ entries }) => entries.includes(entry))) keepRecent(entry.id)
    // At once: the next key belongs to what it does.
    onClosed(entry)
  }
  const step = (by: 1 | -1) => {
    const at = active ? entries.indexOf(active) : -1
    setChosen(entries.at((at + by) % entries.length)?.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows of an input method choose its characters.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter' && active) pick(active)
    else return
    event.preventDefault()
  }

  useEffect(() => field.current?.setSelectionRange(early.length, early.length), [early])
  const activeId = active && optionId(active)
  // The list rests where it is while more is on its way.
  const toSee = late && chosen === undefined ? undefined : activeId
  useEffect(() => {
    if (toSee) document.getElementById(toSee)?.scrollIntoView({ block: 'nearest' })
  }, [toSee])

  return (
    <TopDialog
      label="Command palette"
      open={open}
      onOpenChange={setOpen}
      onClosed={() => onClosed()}
      initialFocus={field}
    >
      <div className="flex items-center gap-2 border-b px-4">
        <input
          ref={field}
          role="combobox"
          aria-label="Find an action, a place, a ticket or a customer"
          aria-expanded={entries.length > 0}
          aria-controls={entries.length > 0 ? list : undefined}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          placeholder="Find an action, a place, a ticket or a customer"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setChosen(undefined)
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-message outline-none pointer-coarse:text-portal"
        />
        <button
          type="button"
          aria-label="Close"
          onClick={() => setOpen(false)}
          className="flex min-h-6 items-center rounded-chip pointer-coarse:min-h-11"
        >
          <Keys keys={['Esc']} />
        </button>
      </div>
      {said && entries.length > 0 && <p className="px-4 pt-3 text-fg-muted">{said}</p>}
      {entries.length > 0 ? (
        <PaletteList
          id={list}
          groups={groups}
          active={active}
          optionId={optionId}
          onPoint={(entry) => setChosen(entry.id)}
          onPick={pick}
        />
      ) : (
        <p className="px-4 py-6 text-center text-fg-muted">{said ?? `Nothing matches “${typed.trim()}”.`}</p>
      )}
      <p role="status" className="sr-only">
        {said ?? (typed.trim() && resultsInWords(entries.length))}
      </p>
    </TopDialog>
  )
}

const tooLong = `To look for tickets took too long. ${tookTooLong.advice}`
