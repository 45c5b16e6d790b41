'use client'

import { useSyncExternalStore } from 'react'
import { toast } from '@/components/ui/toast'
import { ask } from '../live/ask'
import { allOpenHref } from '../queue/address'
import { dropTrail, isBeside, leaveTrail, leftTrail, type Trail } from '../trail'

let list: Trail | null = null
/** The list as it was left. */
let left: string | null = null
const watchers = new Set<() => void>()

/** The list that tickets are gone through; null: it is not known yet. */
export function trail(): Trail | null {
  const now = leftTrail()
  if (now !== null && now !== left) {
    left = now
    list = now === '' ? null : (parsed(now) ?? list)
  }
  return list
}

/** The same, as long as a component shows it. */
export const useTrail = () => useSyncExternalStore(watch, trail, () => null)

/**
 * Who came from no list, by a link in a mail or from a notification, goes through the one that the console begins with. False: it
 * could not be fetched.
 */
export async function beginList(refid: string | null): Promise<boolean> {
  const before = trail()
  if (before && refid && isBeside(before, refid)) dropList()
  const begun = trail() ?? (await fetched(allOpenHref))
  // They may have been to a list meanwhile.
  if (begun && !trail()) goOnWith(begun)
  return begun !== null
}

/**
 * Goes on to another page of the list. Null: it could not be fetched or is empty, as is said, or another list is there by now, or
 * whoever asked is not `still` there.
 */
export async function turnTo(href: string, still = () => true): Promise<Trail | null> {
  const before = trail()
  const page = await fetched(href)
  if (trail() !== before || !still()) return null
  if (!page) toast('The list could not be fetched', { failed: true, description: 'Check the connection.' })
  else if (page.lines.length === 0) toast('There are no more tickets in this list')
  else {
    goOnWith(page)
    return page
  }
  return null
}

function goOnWith(to: Trail) {
  leaveTrail(to)
  keep(to)
}

function dropList() {
  dropTrail()
  keep(null)
}

function keep(now: Trail | null) {
  left = leftTrail()
  list = now
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

const fetched = async (href: string) =>
  (await ask<Trail>(`/api/console/list?href=${encodeURIComponent(href)}`)) ?? null

function parsed(text: string): Trail | null {
  try {
    const kept: unknown = JSON.parse(text)
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
