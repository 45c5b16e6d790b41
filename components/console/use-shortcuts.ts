'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { named, type ShortcutId, strokeOf } from './keys'

export type Bindings = Readonly<Partial<Record<ShortcutId, () => void>>>

/** Answers to shortcuts while the component is on the page. A later component is asked before an earlier one. */
export function useShortcuts(bindings: Bindings) {
  const run = useEffectEvent((id: ShortcutId) => {
    bindings[id]?.()
    return bindings[id] !== undefined
  })
  useEffect(() => listen((id) => run(id)), [])
}

type Listener = (id: ShortcutId) => boolean

let listeners: readonly Listener[] = []
let begun = ''
let beganAt = 0

function listen(listener: Listener) {
  if (listeners.length === 0) document.addEventListener('keydown', onKeyDown)
  listeners = [listener, ...listeners]
  return () => {
    listeners = listeners.filter((other) => other !== listener)
    if (listeners.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}

function onKeyDown(event: KeyboardEvent) {
  const stroke = strokeOf(event)
  if (!stroke || event.defaultPrevented || event.repeat || busy(event.target) || !shortcutsAreOn()) return
  const strokes = begun && event.timeStamp - beganAt < 1_000 ? `${begun} ${stroke}` : stroke
  begun = ''
  const { ids, begun: waits } = named(strokes)
  if (ids.some((id) => listeners.some((listener) => listener(id)))) event.preventDefault()
  else if (waits) {
    begun = strokes
    beganAt = event.timeStamp
  }
}

/** Somebody types, reads what was wrong with it, or is in a menu or a dialog with keys of its own, or has just opened one that has no focus yet. */
const busy = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(ownKeys) !== null) ||
  document.querySelector('[aria-haspopup][aria-expanded="true"]') !== null

const ownKeys =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="alert"], [role="dialog"], [role="menu"], [role="listbox"]'

const place = 'shortcuts'
const watchers = new Set<() => void>()

/** Single keys can be switched off: dictation and tremor press them by accident (WCAG 2.1.4). */
export const useShortcutsAreOn = () => useSyncExternalStore(watch, shortcutsAreOn, () => true)

export function switchShortcuts(on: boolean) {
  try {
    if (on) localStorage.removeItem(place)
    else localStorage.setItem(place, 'off')
  } catch {
    // Storage is switched off: the choice cannot be kept.
  }
  for (const watcher of watchers) watcher()
}

const shortcutsAreOn = () => {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}
