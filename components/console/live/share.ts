'use client'

import { type Heard, type LineState, openLine, silence } from './line'

type Word =
  | { readonly says: 'heard'; readonly heard: Heard }
  | { readonly says: 'state'; readonly state: LineState; readonly id: string }
  | { readonly says: 'ask' }

interface Ends {
  readonly heard: (heard: Heard) => void
  readonly changed: (state: LineState) => void
}

const name = 'deskwell live 1'

/** How long a new window waits for the one that holds the line to speak up. */
const courtesy = 3_000

/** A browser opens six connections to a server, over http: a window that nobody looks at gives its own back. */
const unseen = 20_000

/**
 * One stream for all windows of this browser: who gets the lock holds the line and tells the others what it hears; when
 * that window goes, the next one takes over where it stopped. A window that hears nothing from the holder (it was put to
 * sleep, or there are no locks: http from another machine) opens a line of its own.
 */
export function shareLine({ heard, changed }: Ends) {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  const shares = channel !== undefined && 'locks' in navigator
  let line: ReturnType<typeof openLine> | undefined
  let state: LineState = 'down'
  let holds = false
  let id = ''
  let alone: ReturnType<typeof setTimeout> | undefined

  const say = (word: Word) => channel?.postMessage(word)
  const hear = (message: Heard) => {
    id = message.id || id
    heard(message)
  }
  const change = (to: LineState) => {
    state = to
    changed(to)
  }
  const open = () => {
    clearTimeout(alone)
    line ??= openLine({
      after: () => id,
      heard: (message) => {
        if (holds) say({ says: 'heard', heard: message })
        hear(message)
      },
      changed: (to) => {
        change(to)
        if (holds) say({ says: 'state', state, id })
      },
    })
  }
  const close = () => {
    line?.close()
    line = undefined
  }

  const told = ({ data: word }: MessageEvent<Word>) => {
    if (word.says === 'ask') {
      if (holds) say({ says: 'state', state, id })
      return
    }
    if (holds) return
    close()
    clearTimeout(alone)
    alone = setTimeout(open, silence + courtesy)
    if (word.says === 'heard') return hear(word.heard)
    id = word.id || id
    change(word.state)
  }

  const wake = () => {
    if (document.visibilityState === 'visible') line?.retry()
  }

  if (shares) {
    channel.addEventListener('message', told)
    void navigator.locks.request(name, () => {
      holds = true
      open()
      if (state !== 'down') say({ says: 'state', state, id })
      // Until this window is gone.
      return new Promise<never>(() => {})
    })
    say({ says: 'ask' })
    alone = setTimeout(open, courtesy)
  } else {
    const look = () => {
      clearTimeout(alone)
      if (document.visibilityState === 'visible') open()
      else alone = setTimeout(close, unseen)
    }
    document.addEventListener('visibilitychange', look)
    look()
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  return { wake }
}
