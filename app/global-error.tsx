'use client'

import { GeistSans } from 'geist/font/sans'
import { FailedState, type Failure } from '@/components/ui/failed-state'
import { LonePage } from '@/components/ui/lone-page'
import './globals.css'

/** Stands in for the whole document when the root layout itself has failed. */
export default function GlobalError(failure: Failure) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="min-h-dvh font-sans">
        <title>This page could not be shown · Deskwell</title>
        <LonePage>
          <FailedState {...failure} />
        </LonePage>
      </body>
    </html>
  )
}
