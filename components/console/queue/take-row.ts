'use client'

import { claimTicket } from '@/app/console/tickets/actions'
import { toast } from '@/components/ui/toast'
import { refreshCounts } from '../counts'
import { asItWas, offerUndo } from '../offer-undo'
import { perform } from '../perform'

/** Whoever pressed has the ticket, if nobody had it. */
export async function takeRow(refid: string) {
  const answer = await perform(claimTicket, { ref: refid })
  if (!answer) return
  const message = 'message' in answer ? answer.message : undefined
  if (message) offerUndo(message, asItWas(refid, { assignee: 'none' }))
  else toast(`${refid} is yours already`)
  refreshCounts()
}
