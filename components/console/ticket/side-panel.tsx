'use client'

import PanelRight from 'lucide-react/icons/panel-right'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'

const Reveal = createContext<() => void>(() => {})

/** Makes the panel visible, for keys that open something in it. */
export const useReveal = () => useContext(Reveal)

/** The second pane from 1024 px on; below, a part of the page that opens on demand. */
export function SidePanel({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <Reveal value={() => flushSync(() => setOpen(true))}>
      <aside
        aria-label="Details"
        className="min-w-0 border-b lg:absolute lg:inset-y-0 lg:end-0 lg:w-80 lg:border-s lg:border-b-0"
      >
        <div className="noscript:hidden px-4 py-2 lg:hidden">
          <Button
            variant="quiet"
            size={28}
            aria-expanded={open}
            aria-controls="ticket-details"
            onClick={() => setOpen(!open)}
          >
            <PanelRight aria-hidden="true" className="size-3.5" />
            {open ? 'Hide details' : 'Show details'}
          </Button>
        </div>
        <div
          id="ticket-details"
          className={`noscript:block px-4 pb-4 lg:sticky lg:top-0 lg:block lg:max-h-dvh lg:overflow-y-auto lg:py-4 ${open ? '' : 'max-lg:hidden'}`}
        >
          {children}
        </div>
      </aside>
    </Reveal>
  )
}
