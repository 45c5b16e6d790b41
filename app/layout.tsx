import clsx from 'clsx'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LinkFollower } from '@/components/ui/link-follower'
import { parseTheme, themeCookie } from '@/components/ui/theme'
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

/** The theme is in the markup before the first paint: a cookie for a choice, `light-dark()` for the system's. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html
      lang="en"
      data-theme={theme}
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
