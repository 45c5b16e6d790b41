'use client'

import type { AfterSend } from '@/lib/preferences/choices'
import { trail } from '../beside/list'
import { stepFrom } from '../beside/step'
import { runShortcut } from '../use-shortcuts'

/** Leads on as the agent likes it; behind the last ticket of the list that is the list. */
export function leaveAfterSending(afterSend: AfterSend, refid: string) {
  if (afterSend === 'stay') return
  const goesOn = afterSend === 'next' && Boolean(stepFrom(trail(), refid, 1))
  // As soon as the page is at rest: what was sent changes it first.
  setTimeout(() => runShortcut(goesOn ? 'next' : 'back'))
}
