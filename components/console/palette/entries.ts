import type { ReactNode } from 'react'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { type ShortcutId, shortcuts } from '../keys'
import type { Offer } from '../offers'
import { searchAddress, searchWords } from '../search/address'
import { consoleSections } from '../sections'
import { shortcutWords } from '../shortcut-words'
import { likeness } from './match'

export interface Entry {
  /** The same in each visit, for what was used last. */
  readonly id: string
  readonly label: string
  /** A quiet second word. */
  readonly hint?: string
  readonly icon?: ReactNode
  readonly keys?: readonly string[]
  readonly does: { readonly shortcut: ShortcutId } | { readonly href: string } | { readonly act: () => void }
}

export interface Group {
  readonly label: string
  readonly entries: readonly Entry[]
}

/** What can be done where one is. */
export interface Sight {
  readonly possible: readonly ShortcutId[]
  /** The reference of the ticket that is open or has the focus. */
  readonly refid?: string
  /** So many tickets are selected: what is done is done to them. */
  readonly selected?: number
  /** What has no key. */
  readonly offers?: readonly Offer[]
}

/** Actions on what one looks at first, then the places, then what is always there. */
export const groupsOf = (
  { possible, refid, selected = 0, offers = [] }: Sight,
  role: Agent['role'],
  savedViews: readonly ViewRow[] = [],
): readonly Group[] => [
  {
    label: selected > 0 ? `${selected.toLocaleString('en')} selected` : (refid ?? 'This list'),
    entries: [
      ...possible
        .filter((id) => shortcutWords[id].scope !== 'Everywhere' && !steps.has(id))
        .filter((id) => selected === 0 || !ofOneRow.has(id))
        .map((id) => ({ ...action(id), label: shortcutWords[id].here ?? shortcutWords[id].does })),
      ...offers.map(({ id, label, icon, act }) => ({ id, label, icon, does: { act } })),
    ],
  },
  {
    label: 'Go to',
    entries: consoleSections(role, savedViews).flatMap(({ label: hint, items }) =>
      items.map(({ label, icon, keys, href }) => ({ id: href, label, hint, icon, keys, does: { href } })),
    ),
  },
  {
    label: 'Anywhere',
    entries: possible.filter((id) => shortcutWords[id].scope === 'Everywhere' && !known.has(id)).map(action),
  },
]

const action = (id: ShortcutId): Entry => ({
  id,
  label: shortcutWords[id].does,
  keys: shortcuts[id].keys,
  does: { shortcut: id },
})

/** From row to row one goes by key, not by picking from a list. */
const steps: ReadonlySet<ShortcutId> = new Set(['nextRow', 'previousRow', 'extendDown', 'extendUp'])

/** What is about the row with the focus, whatever is selected. */
const ofOneRow: ReadonlySet<ShortcutId> = new Set(['openRow', 'selectRow'])

/** The palette itself, and places, which have entries of their own. */
const known: ReadonlySet<ShortcutId> = new Set([
  'palette',
  'goOpen',
  'goMine',
  'goUnassigned',
  'goBreachingSoon',
  'goBreached',
  'goDashboard',
])

/** What fits the words, best first, then what was `found` by them; among equals what was used last (`recent`, newest first), then as it was. */
export function fitting(
  groups: readonly Group[],
  typed: string,
  recent: readonly string[],
  found: readonly Group[] = [],
) {
  const lastUse = ({ id }: Entry) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const kept = groups.map(({ label, entries }) => ({
    label,
    entries: entries
      .flatMap((entry) => {
        const fits =
          likeness(typed, entry.label) ?? (entry.hint && likeness(typed, `${entry.hint} ${entry.label}`))
        return typeof fits === 'number' ? [{ entry, fits }] : []
      })
      .sort((one, other) => other.fits - one.fits || lastUse(one.entry) - lastUse(other.entry))
      .map(({ entry }) => entry),
  }))
  return [...kept, ...found, searching(typed.trim())].filter(({ entries }) => entries.length > 0)
}

/** What Enter picks where nothing was chosen; nothing of what is `late`. */
export const foremost = (groups: readonly Group[], late: readonly Group[]) =>
  groups.find((group) => !late.includes(group))?.entries[0]

/** The way on to all tickets that have the words. */
const searching = (words: string): Group => ({
  label: 'Search',
  entries:
    [...words].length < 2
      ? []
      : [
          {
            id: 'search-for',
            label: searchWords(words),
            does: { href: searchAddress({ q: words }) },
          },
        ],
})
