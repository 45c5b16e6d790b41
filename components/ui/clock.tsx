'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { type Moment, millis } from '@/lib/time-words'
import { serverClock } from './server-clock'

interface Reading {
  readonly now: Moment
  readonly timeZone: string
}

const Inside = createContext<Reading | undefined>(undefined)

/** The server's moment and the reader's time zone for every `Time` and `SlaChip` inside. */
export function Clock({ now, timeZone, children }: Reading & { readonly children: ReactNode }) {
  return <Inside value={{ now, timeZone }}>{children}</Inside>
}

export function useReading(own: Partial<Reading>): Reading {
  const around = useContext(Inside)
  const now = own.now ?? around?.now
  if (now === undefined) throw new Error('Time is shown outside of <Clock> and without a `now`')
  return { now, timeZone: own.timeZone ?? around?.timeZone ?? 'UTC' }
}

/**
 * What `word` says now, and again every 30 seconds. While the page wakes up it is the server's moment, so that nothing
 * jumps. One timer serves all; a place is drawn again only when its own word has changed.
 */
export function useTicking<Word extends string>(serverNow: Moment, word: (now: number) => Word): Word {
  const told = millis(serverNow)
  observe(told)
  return useSyncExternalStore(
    subscribe,
    () => word(Math.max(ticked, told)),
    () => word(told),
  )
}

const clock = serverClock()
let ticked = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const observe = (serverNow: number) => {
  if (typeof window !== 'undefined') clock.hear(serverNow, Date.now())
}

const tick = () => {
  ticked = clock.at(Date.now())
  for (const listener of listeners) listener()
}

const onVisible = () => {
  if (document.visibilityState === 'visible') tick()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (timer === undefined) {
    timer = setInterval(tick, 30_000)
    document.addEventListener('visibilitychange', onVisible)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', onVisible)
  }
}
