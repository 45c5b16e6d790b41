'use client'

import { GeistSans } from 'geist/font/sans'
import type { Failure } from '@/components/ui/failure'
import { PlainFailure } from '@/components/ui/plain-failure'
import './globals.css'

/** Stands in for the whole document when the root layout itself has failed. */
export default function GlobalError(failure: Failure) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="font-sans">
        <title>This page could not be shown · Deskwell</title>
        <PlainFailure {...failure} />
      </body>
    </html>
  )
}
