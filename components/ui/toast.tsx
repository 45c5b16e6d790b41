'use client'

import { type ComponentType, useEffect, useState } from 'react'

interface ToastOptions {
  readonly description?: string
  /** A failure is announced at once and stays until it is closed. */
  readonly failed?: boolean
  readonly action?: { readonly label: string; readonly onPress: () => void }
  /** It takes the place of the last one about the same. */
  readonly about?: string
  /** Milliseconds; a toast with an action stays 10 seconds by default. */
  readonly lasting?: number
}

export interface Said extends ToastOptions {
  readonly title: string
}

type Show = (said: Said) => void
type Close = (about: string) => void

let show: Show | undefined
let close: Close | undefined
/** Said before there was anything to show it. */
const waiting: Said[] = []
let fetchToasts = () => {}

/** Says what has just happened: `toast('Ticket resolved', { action: { label: 'Undo', onPress } })`. */
export function toast(title: string, options: ToastOptions = {}): void {
  const said = { title, ...options }
  if (show) show(said)
  else {
    waiting.push(said)
    fetchToasts()
  }
}

/** What was said about this is no longer so. */
export const withdraw = (about: string) => close?.(about)

/** Shows with this whatever is said, from what waits on, and closes what is withdrawn. Returns how to stop. */
export function showToasts(shower: Show, closer: Close) {
  show = shower
  close = closer
  for (const said of waiting.splice(0)) shower(said)
  return () => {
    show = undefined
    close = undefined
  }
}

export type ToastPlace = 'console' | 'portal'

/** Toasts, whose code comes when the page is at rest, or when something is said before. */
export function Toaster({ place }: { readonly place: ToastPlace }) {
  const [Toasts, setToasts] = useState<ComponentType<{ readonly place: ToastPlace }>>()
  useEffect(() => {
    fetchToasts = () =>
      void import('./toasts').then(
        (it) => setToasts(() => it.Toasts),
        () => {},
      )
    // Early enough to be there when the connection is not.
    const timer = setTimeout(fetchToasts, 2_000)
    return () => clearTimeout(timer)
  }, [])
  return Toasts ? <Toasts place={place} /> : null
}
