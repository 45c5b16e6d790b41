'use client'

import type { QueueLine } from './queue/line'

/**
 * The page of a list a ticket was opened from: going back leads to the same row, J and K go through the same list, and on wide
 * screens it stands beside the ticket (`beside/list.ts`).
 */
export interface Trail {
  readonly href: string
  readonly title: string
  readonly lines: readonly QueueLine[]
  /** The addresses of the neighbouring pages; null: there is none. */
  readonly next: string | null
  readonly previous: string | null
}

/** The page that was open last in this window and is no ticket's, with what it asked; null: none was. */
let page: string | null = null
/** The ticket that is open, and from which page each was. */
let open: string | null = null
const openedFrom = new Map<string, string | null>()
/** Whether one is here by the browser's Back or Forward: to a ticket that is no new way. */
let traversing = false
if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    traversing = true
  })

export function markPage(href: string) {
  page = href
  open = null
  traversing = false
}

export function markTicket(refid: string) {
  openedFrom.set(refid, pageBefore(refid))
  open = refid
  traversing = false
}

function pageBefore(refid: string) {
  const known = openedFrom.get(refid)
  return known !== undefined && (open === refid || traversing) ? known : page
}

const pathOf = (href: string) => href.split('?')[0]

/** The page that this ticket was opened from, if it is another one than that of the list; null: it is the list, or none was. */
export function pageBeside(list: string, refid: string) {
  const before = pageBefore(refid)
  return before !== null && pathOf(before) !== pathOf(list) ? before : null
}

/** Whether this ticket was opened elsewhere than in its list: by its address, from a notification, a report, a customer's page. */
export const isBeside = ({ href, lines }: Trail, refid: string) =>
  (isFirst(refid) || pageBeside(href, refid) !== null) && lines.every((line) => line.refid !== refid)

/** Nothing was open before it in this window, and the window was not just reloaded either. */
const isFirst = (refid: string) =>
  pageBefore(refid) === null &&
  performance
    .getEntriesByType('navigation')
    .every((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'navigate')

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

/** Who is at a ticket is known for the moment only. */
export const leaveTrail = ({ lines, ...trail }: Trail) =>
  write(
    listPlace,
    JSON.stringify({ ...trail, lines: lines.map((line) => ({ ...line, present: undefined })) }),
  )

/** Whoever signs in next begins anew. */
export function forgetTrail() {
  write(listPlace, '')
  write(visitedPlace, '')
}

/** Of the list alone: the ticket that was open last is one still. */
export const dropTrail = () => write(listPlace, '')

/** As JSON; null: whoever is here came from no list. */
export const leftTrail = () => read(listPlace)

export const markVisited = (refid: string) => write(visitedPlace, refid)

/** The ticket that was open last; asked once. */
export function takeVisited() {
  const refid = read(visitedPlace)
  if (refid) write(visitedPlace, '')
  return refid
}
