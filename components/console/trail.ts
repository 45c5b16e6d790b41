'use client'

import type { QueueLine } from './queue/line'

/**
 * The page of a list a ticket was opened from: going back leads to the same row, J and K go through the same list, and on wide
 * screens it stands beside the ticket.
 */
export interface Trail {
  readonly href: string
  readonly title: string
  readonly lines: readonly QueueLine[]
  /** The addresses of the neighbouring pages; null: there is none. */
  readonly next: string | null
  readonly previous: string | null
}

const listPlace = 'console:list'
const visitedPlace = 'console:visited'

const write = (place: string, text: string) => {
  try {
    sessionStorage.setItem(place, text)
  } catch {
    // Storage is switched off: the list is forgotten with the page.
  }
}

const read = (place: string) => {
  try {
    return sessionStorage.getItem(place)
  } catch {
    return null
  }
}

let left: Trail | null = null
const watchers = new Set<() => void>()

export function leaveTrail(trail: Trail) {
  left = trail
  write(listPlace, JSON.stringify(trail))
  for (const watcher of watchers) watcher()
}

/** The list that was looked at last; null: whoever is here came from none. */
export function trail(): Trail | null {
  left ??= stored()
  return left
}

export const watchTrail = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function stored(): Trail | null {
  try {
    const kept: unknown = JSON.parse(read(listPlace) ?? 'null')
    return isTrail(kept) ? kept : null
  } catch {
    return null
  }
}

const isTrail = (kept: unknown): kept is Trail =>
  typeof kept === 'object' &&
  kept !== null &&
  'href' in kept &&
  typeof kept.href === 'string' &&
  kept.href.startsWith('/console/') &&
  'lines' in kept &&
  Array.isArray(kept.lines)

export const markVisited = (refid: string) => write(visitedPlace, refid)

/** The ticket that was open last; asked once. */
export function takeVisited() {
  const refid = read(visitedPlace)
  if (refid) write(visitedPlace, '')
  return refid
}
