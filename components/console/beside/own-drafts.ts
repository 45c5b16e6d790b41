'use client'

import { useSyncExternalStore } from 'react'
import type { WritingMode } from '@/lib/drafts/draft'
import { plain, type QueueLine } from '../queue/line'

/** What an agent has begun on a ticket; empty: nothing. */
type Begun = Readonly<Partial<Record<WritingMode, string>>>

const nothing: ReadonlyMap<string, Begun> = new Map()
/** By ticket, what was saved in this window: nobody else is told of it. */
let saved = nothing
const watchers = new Set<() => void>()

export function tellDraft(refid: string, mode: WritingMode, body: string) {
  keep(new Map(saved).set(refid, { ...saved.get(refid), [mode]: body }))
}

/** Whoever signs in next has begun nothing. */
export const forgetDrafts = () => keep(nothing)

export const useOwnDrafts = () =>
  useSyncExternalStore(
    watch,
    () => saved,
    () => nothing,
  )

/** The line with what is begun now, the reply or else the note. */
export function withOwnDraft(line: QueueLine, drafts: ReadonlyMap<string, Begun>): QueueLine {
  const own = drafts.get(line.refid)
  if (!own) return line
  const { draft: _, ...rest } = line
  const words = plain(own.reply || own.note || '')
  return words ? { ...rest, draft: words } : rest
}

function keep(now: typeof saved) {
  saved = now
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}
