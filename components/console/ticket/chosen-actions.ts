'use client'

import { useState, useSyncExternalStore } from 'react'
import type { MacroAction } from '@/lib/canned/action'

/** What a form does with the ticket when it is sent: read by what keeps and sends it, shown by the chips above its button. */
export type ChosenActions = ReturnType<typeof chosenActions>

function chosenActions(initial: readonly MacroAction[]) {
  let actions = initial
  const hearers = new Set<() => void>()
  return {
    read: () => actions,
    put(next: readonly MacroAction[]) {
      actions = next
      for (const hear of hearers) hear()
    },
    subscribe(hear: () => void) {
      hearers.add(hear)
      return () => {
        hearers.delete(hear)
      }
    },
  }
}

export const useChosenActions = (initial: readonly MacroAction[] | undefined) =>
  useState(() => chosenActions(initial ?? none))[0]

export const useActionsOf = ({ subscribe, read }: ChosenActions) =>
  useSyncExternalStore(subscribe, read, read)

const none: readonly MacroAction[] = []

/** Two macros one after the other: the second decides where both have something to say. */
export const withActions = (present: readonly MacroAction[], more: readonly MacroAction[]) => [
  ...present.filter((action) => !more.some((other) => sameThing(action, other))),
  ...more,
]

const isTag = ({ do: kind }: MacroAction) => kind === 'tag' || kind === 'untag'

/** A tag is put on or taken off; of everything else there is one. */
const sameThing = (one: MacroAction, other: MacroAction) =>
  isTag(one) ? isTag(other) && one.to === other.to : one.do === other.do
