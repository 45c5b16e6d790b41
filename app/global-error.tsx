'use client'

import { GeistSans } from 'geist/font/sans'
import { type Failure, requestOf } from '@/components/ui/failure'
import './globals.css'

/** Stands in for the whole document when the root layout itself has failed: with as little as possible that may fail as well. */
export default function GlobalError(failure: Failure) {
  const request = requestOf(failure)
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="font-sans">
        <title>This page could not be shown · Deskwell</title>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-4 text-center">
          <div role="alert">
            <h1 className="font-semibold text-portal">This page could not be shown</h1>
            <p>Something failed on our side. Nothing you sent before is lost. Try again in a moment.</p>
            {request && <p className="mt-3">Request {request}</p>}
          </div>
          <button
            type="button"
            onClick={() => location.reload()}
            className="button h-10 bg-accent px-4 text-accent-fg"
          >
            Reload
          </button>
        </main>
      </body>
    </html>
  )
}
