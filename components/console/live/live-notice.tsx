'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'
import { type LiveState, liveState, watchLive } from './live'

const words = {
  quiet: '',
  paused: 'Live updates paused',
  back: 'Live updates are back',
  renewed: 'Deskwell was updated',
  over: 'You are signed out',
} as const satisfies Record<LiveState, string>

const hints = {
  quiet: undefined,
  paused: 'The connection is lost. Everything is looked at every 30 seconds until it is back.',
  back: undefined,
  renewed:
    'This page is of the version before. Replies and notes are kept; send or copy anything else first.',
  over: 'Sign in again to go on. What you have written is kept.',
} as const satisfies Record<LiveState, string | undefined>

/** Says when the page does not follow by itself, and when it does again; nothing while all is well. */
export function LiveNotice() {
  const state = useSyncExternalStore(watchLive, liveState, () => 'quiet' as const)
  return (
    <div role="status" className="print:hidden">
      {state === 'renewed' && (
        <p className="flex min-h-8 items-center justify-between gap-2 px-2 text-fg-muted text-meta md:max-lg:justify-center md:max-lg:px-0">
          <span className="max-sm:sr-only md:max-lg:sr-only">{words[state]}</span>
          <Button
            size={28}
            aria-label="Reload"
            title={hints[state]}
            className="md:max-lg:w-7 md:max-lg:px-0"
            onClick={() => location.reload()}
          >
            <Glyph name="refresh-cw" className="size-3.5" />
            <span className="md:max-lg:sr-only">Reload</span>
          </Button>
        </p>
      )}
      {state !== 'quiet' && state !== 'renewed' && (
        <p
          title={hints[state]}
          className="flex min-h-8 items-center gap-2 rounded-control px-2 text-fg-muted text-meta md:max-lg:justify-center"
        >
          <Glyph name={state === 'back' ? 'circle-check' : 'unplug'} className="size-4" />
          <span className="md:max-lg:sr-only">{words[state]}</span>
        </p>
      )}
    </div>
  )
}
