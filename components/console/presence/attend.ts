'use client'

import { type Present, presenceBeat, presenceLasts } from '@/lib/presence/presence'
import { calmly } from '../live/calm'
import { hearPresence } from '../live/live'

const nobody: readonly Present[] = []

/** Who stops writing for so long looks up what to write, or something else. */
const writingLasts = 20_000

let present = nobody
const watchers = new Set<() => void>()

/** Who else has the ticket open that is open here. */
export const presentHere = () => present
export const nobodyYet = () => nobody

export const watchPresent = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function show(now: readonly Present[]) {
  present = now
  for (const watcher of watchers) watcher()
}

/** Says that the agent has the ticket open, and whether they write to its customer, as long as somebody looks at the page. */
export function attend(refid: string) {
  const address = `/api/console/tickets/${refid}/presence`
  let wroteAt = Number.NEGATIVE_INFINITY
  let saidReplying = false
  let heardAt = Number.NEGATIVE_INFINITY
  let left = false

  const isReplying = () => performance.now() - wroteAt < writingLasts && Boolean(replyField()?.value.trim())

  const beat = async () => {
    if (document.visibilityState === 'hidden') return
    const replying = isReplying()
    // A window that has not written says nothing: another one may be writing.
    const body = JSON.stringify(replying || saidReplying ? { replying } : {})
    saidReplying = replying
    const answer = await fetch(address, { method: 'PUT', body }).catch(() => null)
    const heard: readonly Present[] | null = answer?.ok ? (await answer.json()).present : null
    // Who is at this ticket is nobody's business at the next.
    if (left) return
    if (heard) {
      heardAt = performance.now()
      show(heard)
    } else if (performance.now() - heardAt > presenceLasts * 1_000) show(nobody)
  }
  const beating = calmly(beat, { wait: 0, rest: 300 })

  const wrote = ({ target }: Event) => {
    if (target !== replyField()) return
    wroteAt = performance.now()
    if (!saidReplying) beating.call()
  }
  const leave = () => void fetch(address, { method: 'DELETE', keepalive: true }).catch(() => {})
  const looked = () => (document.visibilityState === 'hidden' ? leave() : beating.call())

  beating.call()
  const timer = setInterval(beating.call, presenceBeat * 1_000)
  const deaf = hearPresence((refids) => {
    if (refids.includes(refid)) beating.call()
  })
  document.addEventListener('input', wrote)
  document.addEventListener('visibilitychange', looked)
  return () => {
    left = true
    clearInterval(timer)
    deaf()
    beating.stop()
    document.removeEventListener('input', wrote)
    document.removeEventListener('visibilitychange', looked)
    leave()
    show(nobody)
  }
}

const replyField = () => document.querySelector<HTMLTextAreaElement>('[data-mode="reply"] textarea')
