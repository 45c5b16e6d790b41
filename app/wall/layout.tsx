import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Wallboard', robots: { index: false, follow: false } }

/** Always dark (globals.css), whatever whoever looks has chosen for themselves. */
export default function WallLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div data-room="wall" className="flex min-h-dvh flex-col bg-canvas text-fg">
      {children}
    </div>
  )
}
