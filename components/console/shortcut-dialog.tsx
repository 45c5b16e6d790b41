'use client'

import { Dialog } from '@/components/ui/dialog'
import { Keys } from '@/components/ui/kbd'
import type { Agent } from '@/lib/viewer'
import { shortcutIds, shortcuts } from './keys'
import { SingleKeys } from './look-checkboxes'
import { type Scope, shortcutWords } from './shortcut-words'

const scopes: readonly Scope[] = ['Everywhere', 'List', 'Ticket', 'Writing']

interface ShortcutDialogProps {
  readonly role: Agent['role']
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** All keys there are, and the switch for those that are a single one. */
export function ShortcutDialog({ role, open, onOpenChange }: ShortcutDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" wide reads="All keys">
      <SingleKeys />
      <div className="mt-3 gap-x-8 pb-3 sm:columns-2">
        {scopes.map((scope) => (
          <Group key={scope} scope={scope} role={role} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ scope, role }: Pick<ShortcutDialogProps, 'role'> & { readonly scope: Scope }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="border-b pb-1 font-medium text-fg-muted text-meta">{scope}</h3>
      <dl>
        {shortcutIds
          .filter((id) => shortcutWords[id].scope === scope)
          .filter((id) => role !== 'agent' || !shortcutWords[id].supervisors)
          .map((id) => (
            <div key={id} className="flex items-center justify-between gap-3 py-1">
              <dt>{shortcutWords[id].does}</dt>
              <dd>
                <Keys keys={shortcuts[id].keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
