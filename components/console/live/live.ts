'use client'

import { build } from '@/lib/build'
import type { News } from '@/lib/realtime/news'
import type { Heard, LineState } from './line'
import { shareLine } from './share'

/** News of tickets; null: something may have happened that nobody told us of. */
export type Told = readonly News[] | null
type Listener = (told: Told) => void

/** What the reader is told of the stream. `back`: it was paused until a moment ago. `renewed`: the server is of another build than the page. */
export type LiveState = 'quiet' | 'paused' | 'back' | 'renewed' | 'over'

/** A stream that is made anew within this time is nobody's concern. */
const grace = 5_000
const poll = 30_000
/** A page may have been made on the server before what was told while it was on its way. */
const onTheWay = 10_000
const most = 200

const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
const attending = new Set<(refids: readonly string[]) => void>()

let shared: ReturnType<typeof shareLine> | undefined
let state: LiveState = 'quiet'
/** What is said while all is well. */
let calm: 'quiet' | 'renewed' = 'quiet'
let line: LineState = 'down'
let connected = false
let changing: ReturnType<typeof setTimeout> | undefined
let recent: readonly { readonly at: number; readonly news: News }[] = []
/** What was told while nobody looked. */
let held: Told | undefined

/** Begins to listen; a second time it only tries at once what is waiting to be tried. */
export function startLive() {
  if (shared) return shared.wake()
  shared = shareLine({ heard, changed })
  setInterval(() => {
    if (line === 'down' && document.visibilityState === 'visible') tell(null)
  }, poll)
  changing = setTimeout(pause, grace)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || held === undefined) return
    const told = held
    held = undefined
    tell(told)
  })
}

/** Calls back with what happens from now on, and with what happened while the page was on its way. */
export function hearNews(listener: Listener) {
  listeners.add(listener)
  const since = performance.now() - onTheWay
  const missed = recent.filter(({ at }) => at > since).map(({ news }) => news)
  if (missed.length > 0) queueMicrotask(() => listeners.has(listener) && listener(missed))
  return () => {
    listeners.delete(listener)
  }
}

/** Calls back with the tickets on which somebody has come, gone or begun to reply. A hint: nothing is made up for. */
export function hearPresence(listener: (refids: readonly string[]) => void) {
  attending.add(listener)
  return () => {
    attending.delete(listener)
  }
}

export const liveState = () => state

export const watchLive = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function heard({ event, data }: Heard) {
  if (event === 'hello') {
    connected = true
    const { missed, build: theirs }: { missed: boolean; build?: string } = JSON.parse(data)
    if (missed) tell(null)
    calm = build === theirs ? 'quiet' : 'renewed'
  }
  if (event === 'presence' && document.visibilityState === 'visible') {
    const refids: readonly string[] = JSON.parse(data)
    for (const listener of [...attending]) listener(refids)
  }
  if (event === 'news') {
    const news: readonly News[] = JSON.parse(data)
    const at = performance.now()
    recent = [...recent, ...news.map((one) => ({ at, news: one }))]
      .filter((one) => one.at > at - onTheWay)
      .slice(-most)
    tell(news)
  }
}

function changed(to: LineState) {
  // Another window has held the line all along: what it heard while this page was loading, it has not told us.
  if (to === 'up' && !connected) {
    connected = true
    tell(null)
  }
  const lost = line === 'up' && to === 'down'
  line = to
  if (to === 'up') resume()
  if (to === 'over') show('over')
  if (!lost) return
  clearTimeout(changing)
  changing = setTimeout(pause, grace)
}

function pause() {
  show('paused')
}

function resume() {
  clearTimeout(changing)
  if (state === 'quiet' || state === 'renewed') return show(calm)
  show('back')
  changing = setTimeout(() => show(calm), grace)
}

function show(to: LiveState) {
  if (state === to) return
  state = to
  for (const watcher of watchers) watcher()
}

function tell(told: Told) {
  if (document.visibilityState === 'hidden') {
    const more = held && told ? [...held, ...told] : null
    held = held === undefined ? told : more && more.length <= most ? more : null
    return
  }
  for (const listener of [...listeners]) listener(told)
}
