'use client'

import { useEffectEvent, useLayoutEffect } from 'react'
import { writable } from '@/components/ui/focus'
import { lookOf } from '@/components/ui/look'
import { isMac } from '@/components/ui/mac'
import { named, type ShortcutId, shortcutIds, strokeOf } from './keys'

/** What is undefined is not to be done now. */
export type Bindings = Readonly<Partial<Record<ShortcutId, (() => void) | undefined>>>

/**
 * Answers to shortcuts while the component is on the page. A later component is asked before an earlier one. `now` tells
 * of a binding that is there always whether it can be done at this moment.
 */
export function useShortcuts(bindings: Bindings, now: (id: ShortcutId) => boolean = always) {
  const can = useEffectEvent((id: ShortcutId) => bindings[id] !== undefined && now(id))
  const run = useEffectEvent((id: ShortcutId) => bindings[id]?.())
  // With the page itself, not after it was painted: who sees it may press a key at once, and go on typing.
  useLayoutEffect(() => listen({ can: (id) => can(id), run: (id) => run(id) }), [])
}

const always = () => true

interface Listener {
  readonly can: (id: ShortcutId) => boolean
  readonly run: (id: ShortcutId) => void
}

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

/** What can be done here and now, in the order of the registry: for the palette. */
export const possibleShortcuts = () =>
  shortcutIds.filter((id) => listeners.some((listener) => listener.can(id)))

/** Does what the key does. False: nobody answers to it now. */
export function runShortcut(id: ShortcutId) {
  const listener = listeners.find((one) => one.can(id))
  listener?.run(id)
  return listener !== undefined
}

/** What is about no ticket that is open. */
const anywhere: ReadonlySet<ShortcutId> = new Set([
  'next',
  'previous',
  'back',
  'undo',
  'palette',
  'help',
  'newTicket',
  'search',
])
const openings: ReadonlySet<ShortcutId> = new Set(['reply', 'note'])

let held: { meant?: ShortcutId } | undefined

/**
 * From here on somebody is on the way off a ticket: what is pressed is not meant for the one that is still there. The
 * last field that was asked for is there when they come to another.
 */
export const holdShortcuts = () => {
  held = {}
}

/** They have come, or stay: what was asked for on the way. */
export function letShortcutsGo(): ShortcutId | undefined {
  const meant = held?.meant
  held = undefined
  return meant
}

function runOrHold(id: ShortcutId) {
  if (!held || anywhere.has(id) || id.startsWith('go')) return runShortcut(id)
  if (openings.has(id)) held.meant = id
  return true
}

function onKeyDown(event: KeyboardEvent) {
  const stroke = strokeOf(event, isMac())
  if (!stroke || event.defaultPrevented || event.repeat || elsewhere(event, stroke)) return
  const strokes = begun && event.timeStamp - beganAt < 1_000 ? `${begun} ${stroke}` : stroke
  begun = ''
  const { ids, begun: waits } = named(strokes)
  if (ids.some(runOrHold)) event.preventDefault()
  else if (waits) {
    begun = strokes
    beganAt = event.timeStamp
  }
}

/** A key with Ctrl is meant even where one types, and when single keys are switched off; nothing is meant behind a dialog. */
const elsewhere = ({ target }: KeyboardEvent, stroke: string) =>
  document.querySelector(openDialog) !== null ||
  (!stroke.startsWith('mod+') && (busy(target) || lookOf('singleKeys') === 'off'))

/** Toasts are dialogs that leave the page to itself. */
const openDialog = ':is([role="dialog"], [role="alertdialog"])[data-open]:not([aria-modal="false"])'

/** Somebody types, or is in a menu or a dialog with keys of its own, or has just opened one that has no focus, or is not there, yet. */
const busy = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(ownKeys) !== null) ||
  document.querySelector('[aria-haspopup][aria-expanded="true"], [data-takes-keys], :popover-open') !== null

const ownKeys = `${writable}, [role$="dialog"], [role="menu"], [role="listbox"]`
