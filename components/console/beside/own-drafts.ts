'use client'

import { useSyncExternalStore } from 'react'
import { type Draft, isBegun, type WritingMode } from '@/lib/drafts/draft'
import { plain, type QueueLine } from '../queue/line'

type OwnDraft = Pick<Draft, 'body' | 'actions'>

/** What an agent has begun on a ticket; empty: nothing. */
type Begun = Readonly<Partial<Record<WritingMode, OwnDraft>>>

const nothing: ReadonlyMap<string, Begun> = new Map()
/** By ticket, what was saved in this window: nobody else is told of it. */
let saved = nothing
const watchers = new Set<() => void>()

export function tellDraft(refid: string, mode: WritingMode, draft: OwnDraft) {
  keep(new Map(saved).set(refid, { ...saved.get(refid), [mode]: draft }))
}

/** Whoever signs in next has begun nothing. */
export const forgetDrafts = () => keep(nothing)

export const useOwnDrafts = () =>
  useSyncExternalStore(
    watch,
    () => saved,
    () => nothing,
  )

/** Whether they have begun it; undefined: this window has saved nothing of it. */
export const useOwnBegun = (refid: string, mode: WritingMode) =>
  useSyncExternalStore(
    watch,
    () => {
      const own = saved.get(refid)?.[mode]
      return own && isBegun(own)
    },
    () => undefined,
  )

/** The line with what is begun now, the reply or else the note. */
export function withOwnDraft(line: QueueLine, drafts: ReadonlyMap<string, Begun>): QueueLine {
  const own = drafts.get(line.refid)
  if (!own) return line
  const { draft: _, ...rest } = line
  const words = plain(own.reply?.body || own.note?.body || '')
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
