'use client'

import Keyboard from 'lucide-react/icons/keyboard'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { closeDrawer } from '@/components/ui/drawer'
import { Keys } from '@/components/ui/kbd'
import { type Scope, shortcutIds, shortcuts, withKey } from './keys'
import { switchShortcuts, useShortcuts, useShortcutsAreOn } from './use-shortcuts'

const scopes: readonly Scope[] = ['Everywhere', 'List', 'Ticket', 'Writing']

/** The button in the sidebar and the sheet that it and `?` open. */
export function ShortcutSheet() {
  const [open, setOpen] = useState(false)
  const on = useShortcutsAreOn()
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
        <Keyboard aria-hidden="true" className="size-4" />
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Keyboard shortcuts" wide>
        <Checkbox
          label="Single-key shortcuts"
          hint="Switch them off if keys are pressed by accident, or by dictation."
          checked={on}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />
        <div className="mt-3 gap-x-8 pb-3 sm:columns-2">
          {scopes.map((scope) => (
            <Group key={scope} scope={scope} />
          ))}
        </div>
      </Dialog>
    </>
  )
}

function Group({ scope }: { readonly scope: Scope }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="border-b pb-1 font-medium text-fg-muted text-meta">{scope}</h3>
      <dl>
        {shortcutIds
          .filter((id) => shortcuts[id].scope === scope)
          .map((id) => (
            <div key={id} className="flex items-center justify-between gap-3 py-1">
              <dt>{shortcuts[id].does}</dt>
              <dd>
                <Keys keys={shortcuts[id].keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
