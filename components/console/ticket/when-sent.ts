'use client'

import { takeBackReply } from '@/app/console/tickets/actions'
import { toast, withdraw } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'
import { refreshCounts } from '../counts'
import { perform } from '../perform'
import { expectUndoable, forgetUndoable, keepUndoable, settleUndoable, type Undo, undoable } from '../undo'
import { awaitReply } from './composer-calls'

/** What takes back the replies that wait, by their names. */
const waiting = new Map<string, Undo>()

/**
 * Says that a reply is on its way. From when it is sent until it goes it is what Z takes back, wherever its writer is by
 * then: `lead` brings them to its ticket.
 */
export async function whenSent(refid: string, sending: Promise<FormState>, lead: () => void) {
  const takeBack = async () => {
    forgetUndoable(takeBack)
    const reply = waitsIn(await sending)?.reply
    if (!reply) return
    withdraw(reply)
    awaitReply(refid)
    const answer = await perform(takeBackReply, { ref: refid, reply }, () => {
      if (!undoable()) keepUndoable(takeBack)
    })
    if (answer?.status !== 'done') return awaitReply(null)
    waiting.delete(reply)
    if (answer.message) toast(answer.message, { description: refid })
    refreshCounts()
    lead()
  }
  expectUndoable(takeBack)
  const answer = await sending
  const waits = waitsIn(answer)
  settleUndoable(takeBack, waits !== undefined)
  if (answer.status !== 'done') return
  if (answer.message)
    toast(answer.message, {
      description: refid,
      ...(waits && {
        about: waits.reply,
        lasting: waits.milliseconds,
        action: { label: 'Undo', onPress: takeBack },
      }),
    })
  refreshCounts()
  if (!waits) return
  waiting.set(waits.reply, takeBack)
  setTimeout(() => forgetSent(waits.reply), waits.milliseconds)
}

/** It is sent, or was taken back where it stands. */
export function forgetSent(reply: string) {
  const takeBack = waiting.get(reply)
  if (!takeBack) return
  waiting.delete(reply)
  withdraw(reply)
  forgetUndoable(takeBack)
}

const waitsIn = (answer: FormState) => (answer.status === 'done' ? answer.waits : undefined)
