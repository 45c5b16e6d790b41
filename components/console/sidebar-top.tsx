'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { closeDrawer } from '@/components/ui/drawer'
import { Glyph } from '@/components/ui/glyph'
import { Keys } from '@/components/ui/kbd'
import { Link } from '@/components/ui/link'
import { mayLeave } from '@/components/ui/unsaved'
import { queueViews } from '@/lib/tickets/views'
import { shortcuts, withKey } from './keys'
import { PaletteButton, type PaletteButtonProps } from './palette/palette-button'
import { newTicketPath, viewHref } from './queue/address'
import { focusSearch, searchHref } from './queue/search-place'
import { reportsPath } from './sections'
import { ShortcutSheet } from './shortcut-sheet'
import { undoable } from './undo'
import { useShortcuts } from './use-shortcuts'

/** Search and help, under the workspace's name; and the keys that work on every page of the console. */
export function SidebarTop({ role, savedViews }: PaletteButtonProps) {
  const router = useRouter()
  const go = (href: string) => mayLeave() && router.push(href)
  const goView = (id: string) => {
    const view = queueViews.find((one) => one.id === id)
    if (view) go(viewHref(view))
  }
  const bindings = {
    undo: () => undoable()?.(),
    search: () => focusSearch() || go(searchHref),
    newTicket: () => go(newTicketPath),
    goOpen: () => goView('open'),
    goMine: () => goView('mine'),
    goUnassigned: () => goView('unassigned'),
    goBreachingSoon: () => goView('at-risk'),
    goBreached: () => goView('breached'),
    goDashboard: role === 'agent' ? undefined : () => go(reportsPath),
  }
  useShortcuts(bindings, (id) => id !== 'undo' || undoable() !== null)
  const here = (event: MouseEvent<HTMLAnchorElement>) => {
    closeDrawer(event.currentTarget)
    if (focusSearch()) event.preventDefault()
  }
  return (
    <div className="flex gap-1 md:max-lg:flex-col md:max-lg:items-center">
      <Link
        href={searchHref}
        onClick={here}
        aria-label="Search tickets"
        className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control border border-border-strong bg-raised px-2 text-fg-muted hover:bg-hover md:max-lg:w-8 md:max-lg:flex-none md:max-lg:justify-center md:max-lg:px-0 pointer-coarse:h-11"
      >
        <Glyph name="search" className="size-4" />
        <span className="flex-1 md:max-lg:hidden">Search</span>
        <span aria-hidden="true" className="md:max-lg:hidden pointer-coarse:hidden">
          <Keys keys={shortcuts.search.keys} />
        </span>
      </Link>
      <Link
        href={newTicketPath}
        aria-label="New ticket"
        title={withKey('New ticket', 'newTicket')}
        className={buttonClass({ variant: 'secondary', size: 32, square: true })}
      >
        <Glyph name="plus" className="size-4" />
      </Link>
      <PaletteButton role={role} savedViews={savedViews} />
      <ShortcutSheet role={role} />
    </div>
  )
}
