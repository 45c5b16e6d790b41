'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { closeDrawer } from '@/components/ui/drawer'
import { Glyph } from '@/components/ui/glyph'
import type { Agent } from '@/lib/viewer'
import { withKey } from './keys'
import { useShortcuts } from './use-shortcuts'

// Opened now and then: it is fetched when it is.
const ShortcutDialog = lazy(async () => ({ default: (await import('./shortcut-dialog')).ShortcutDialog }))

/** The button in the sidebar; it and `?` open the sheet. */
export function ShortcutSheet({ role }: Pick<Agent, 'role'>) {
  const [open, setOpen] = useState<boolean>()
  useShortcuts({ help: () => setOpen(true) })
  return (
    <>
      <Button
        variant="quiet"
        square
        aria-label="Keyboard shortcuts"
        title={withKey('Keyboard shortcuts', 'help')}
        className="noscript:hidden"
        onClick={(event) => {
          closeDrawer(event.currentTarget)
          setOpen(true)
        }}
      >
        <Glyph name="keyboard" className="size-4" />
      </Button>
      {open !== undefined && (
        <Suspense>
          <ShortcutDialog role={role} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
