'use client'

/** The list a ticket was opened from, so that going back leads to the same row and J and K go through the same list. */
export interface Trail {
  readonly href: string
  readonly refids: readonly string[]
}

const listPlace = 'console:list'
const visitedPlace = 'console:visited'

const write = (place: string, text: string) => {
  try {
    sessionStorage.setItem(place, text)
  } catch {
    // Storage is switched off: going back leads to the whole queue.
  }
}

const read = (place: string) => {
  try {
    return sessionStorage.getItem(place)
  } catch {
    return null
  }
}

export const leaveTrail = (trail: Trail) => write(listPlace, JSON.stringify(trail))

export function trail(): Trail | null {
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
  'refids' in kept &&
  Array.isArray(kept.refids)

export const markVisited = (refid: string) => write(visitedPlace, refid)

/** The ticket that was open last; asked once. */
export function takeVisited() {
  const refid = read(visitedPlace)
  if (refid) write(visitedPlace, '')
  return refid
}
