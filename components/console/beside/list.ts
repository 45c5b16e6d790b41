'use client'

import { useSyncExternalStore } from 'react'
import { toast } from '@/components/ui/toast'
import { queuePath } from '../queue/address'
import { leaveTrail, type Trail, trail, watchTrail } from '../trail'

/** The list that tickets are gone through; null: it is not known yet. */
export const useList = () => useSyncExternalStore(watchTrail, trail, () => null)

/** Who came from no list, by a link in a mail, goes through the one that the console begins with. False: it could not be fetched. */
export async function beginList(): Promise<boolean> {
  const list = trail() ?? (await fetched(queuePath))
  // They may have been to a list meanwhile.
  if (list && !trail()) leaveTrail(list)
  return list !== null
}

/** Goes on to another page of the list. Null: it could not be fetched or is empty, as is said, or another list is there by now. */
export async function turnTo(href: string): Promise<Trail | null> {
  const before = trail()
  const list = await fetched(href)
  if (trail() !== before) return null
  if (!list) toast('The list could not be fetched', { failed: true, description: 'Check the connection.' })
  else if (list.lines.length === 0) toast('There are no more tickets in this list')
  else {
    leaveTrail(list)
    return list
  }
  return null
}

async function fetched(href: string): Promise<Trail | null> {
  const answer = await fetch(`/api/console/list?href=${encodeURIComponent(href)}`).catch(() => null)
  return answer?.ok ? answer.json() : null
}
