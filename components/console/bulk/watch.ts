'use client'

import { useSyncExternalStore } from 'react'
import { takeBackChange } from '@/app/console/bulk/actions'
import { toast, withdraw } from '@/components/ui/toast'
import { type BulkProgress, isWorking, standsWords } from '@/lib/bulk/run'
import { perform } from '../perform'
import { about, expectUndoable, forgetUndoable, keepUndoable, settleUndoable, type Undo } from '../undo'
import { currentRun, keepCurrentRun, keepOwn } from './current'

const everySecond = 1_000
/** Where no answer comes, it is asked again after so many milliseconds. */
const later = 4_000

let progress: BulkProgress | undefined
/** The run that is asked for, again and again. */
let followed: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
/** What was asked last. An answer to what was asked before it tells of an earlier moment, and is passed over. */
let question = 0
/** The run whose end somebody here waits for. */
let awaited: string | undefined
/** What takes back the runs that were begun here and are not over. */
const begun = new Map<string, Undo>()
const watchers = new Set<() => void>()
const ends = new Set<() => void>()

/** How far the run that is looked after has come. */
export const useRun = () =>
  useSyncExternalStore(
    watch,
    () => progress,
    () => undefined,
  )

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** Calls back when a run has ended, and the page shows what is over. */
export function hearEnd(listener: () => void) {
  ends.add(listener)
  return () => {
    ends.delete(listener)
  }
}

/** A run is being asked for: from now on it is what Z takes back, also while it is under way. */
export async function whenBegun(uid: string, beginning: Promise<boolean>) {
  const takeBack = async () => {
    forgetUndoable(takeBack)
    if (await beginning) await undo(uid)
  }
  expectUndoable(takeBack)
  begun.set(uid, takeBack)
  keepOwn('under way')
  if (await beginning) return expectEnd(uid)
  keepOwn('none')
  settleBegun(uid, false)
}

/** False: no such run was begun here. */
function settleBegun(uid: string, changed: boolean) {
  const takeBack = begun.get(uid)
  if (takeBack) settleUndoable(takeBack, changed)
  return begun.delete(uid)
}

/** Something was begun here: what becomes of it is said when it is known, wherever one has gone meanwhile. */
export function expectEnd(uid: string) {
  awaited = uid
  keepOwn('under way')
  keepCurrentRun(uid)
  lookAfter(uid)
}

/** Looks after a run until it has ended. */
export function follow(uid: string) {
  if (followed !== uid) lookAfter(uid)
}

/** From now on: also where it is looked after already. */
function lookAfter(uid: string) {
  followed = uid
  clearTimeout(timer)
  void look(uid)
}

/** What is left of it is read, or of no interest. */
export function dismiss() {
  leave()
  keepCurrentRun(null)
}

function leave() {
  followed = undefined
  if (awaited) keepOwn('none')
  clearTimeout(timer)
  show(undefined)
}

/** Takes a run back; says it if that is refused. */
export async function undo(uid: string) {
  withdraw(about)
  keepOwn('under way')
  if (await perform(takeBackChange, { run: uid })) expectEnd(uid)
  else keepOwn('none')
}

async function look(uid: string) {
  question += 1
  const mine = question
  const found = await ask(uid)
  if (followed !== uid || question !== mine) return
  // Another window looks after another one now.
  if (currentRun() !== uid) return leave()
  if (found === 'gone') {
    settleBegun(uid, false)
    return dismiss()
  }
  if (found) show(found)
  if (found && !isWorking(found)) return ended(found)
  if (found) awaited = uid
  timer = setTimeout(() => void look(uid), found ? everySecond : later)
}

async function ask(uid: string): Promise<BulkProgress | 'gone' | undefined> {
  try {
    const answer = await fetch(`/api/console/bulk/${uid}`)
    if (answer.status === 401 || answer.status === 404) return 'gone'
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

function ended(run: BulkProgress) {
  const { uid, undone, undoable, counts } = run
  followed = undefined
  const left = undone ? counts.kept : counts.failed
  const takeBack = () => {
    forgetUndoable(takeBack)
    void undo(uid)
  }
  // What another window began, or this one before it was left, is not what was done last here.
  if (!settleBegun(uid, undoable) && undoable && awaited === uid) keepUndoable(takeBack)
  if (awaited === uid || left === 0)
    toast(standsWords(run), {
      about,
      description: run.words,
      ...(undoable && { action: { label: 'Undo', onPress: takeBack } }),
    })
  if (awaited === uid) keepOwn('over')
  awaited = undefined
  for (const listener of ends) listener()
  if (left === 0) dismiss()
}

function show(run: BulkProgress | undefined) {
  progress = run
  for (const watcher of watchers) watcher()
}
