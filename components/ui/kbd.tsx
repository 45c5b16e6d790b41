'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useMac } from './mac'

interface KbdProps {
  readonly children: ReactNode
  /** On a dark tooltip. */
  readonly inverse?: boolean
}

function Kbd({ children, inverse = false }: KbdProps) {
  return (
    <kbd
      className={clsx(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-chip border px-1 font-sans text-[0.6875rem] leading-none',
        inverse ? 'border-current/40' : 'border-border-strong bg-sunken text-fg-muted',
      )}
    >
      {children}
    </kbd>
  )
}

const onMac: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' }

/** Keys pressed together or one after the other: `['G', 'M']`. Ctrl is Cmd on a Mac. */
export function Keys({ keys, inverse }: { readonly keys: readonly string[]; readonly inverse?: boolean }) {
  const mac = useMac()
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      {keys.map((key) => (
        <Kbd key={key} inverse={inverse}>
          {(mac && onMac[key]) || key}
        </Kbd>
      ))}
    </span>
  )
}
