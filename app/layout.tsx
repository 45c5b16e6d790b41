import clsx from 'clsx'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LinkFollower } from '@/components/ui/link-follower'
import { parseTheme, themeCookie } from '@/components/ui/theme'
import { currentViewer } from '@/lib/auth/session'
import type { Looks } from '@/lib/preferences/preferences'
import { isAgent } from '@/lib/viewer'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Deskwell', template: '%s · Deskwell' },
  description: 'Ask for help, follow your requests, and hear back in time.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f3f5' },
    { media: '(prefers-color-scheme: dark)', color: '#0b0c0f' },
  ],
}

/** How pages look is in the markup before the first paint; `light-dark()` follows the system's theme. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { theme, density, singleKeys } = await looksNow()
  return (
    <html
      lang="en"
      data-theme={theme}
      data-density={density}
      data-single-keys={singleKeys}
      className={clsx(GeistSans.variable, GeistMono.variable)}
      suppressHydrationWarning
    >
      <body className="min-h-dvh font-sans">
        {children}
        <LinkFollower />
      </body>
    </html>
  )
}

/** Of agents as they prefer it, wherever they sign in; of everybody else the theme that their browser keeps. */
async function looksNow(): Promise<Partial<Looks>> {
  // Where nobody can say who asks, the page tells it.
  const viewer = await currentViewer().catch(() => null)
  if (viewer && isAgent(viewer) && viewer.looks) return viewer.looks
  return { theme: parseTheme((await cookies()).get(themeCookie)?.value) }
}
