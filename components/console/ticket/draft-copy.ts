import { isAction } from '@/lib/canned/action'
import { afterReply } from '@/lib/messages/message'
import type { Text } from './draft-keeper'

/** What the server has not confirmed to have, and the version that it goes on from. */
export interface Copy extends Text {
  readonly seen: string | null
}

/** Session storage: survives a reload and a crash of the page, and is gone with the tab on a shared computer. */
export const draftCopy = (place: string) => ({
  remember(copy: Copy) {
    try {
      sessionStorage.setItem(place, JSON.stringify(copy))
    } catch {
      // Full or switched off: typing goes on without a safety net.
    }
  },
  recall(): Copy | null {
    try {
      return read(JSON.parse(sessionStorage.getItem(place) ?? 'null'))
    } catch {
      return null
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(place)
    } catch {
      // Storage is switched off: there is nothing to forget.
    }
  },
})

function read(kept: unknown): Copy | null {
  if (!kept || typeof kept !== 'object' || !('body' in kept) || typeof kept.body !== 'string') return null
  return {
    body: kept.body,
    becomes: afterReply.find((status) => 'becomes' in kept && status === kept.becomes) ?? null,
    actions: 'actions' in kept && Array.isArray(kept.actions) ? kept.actions.filter(isAction) : [],
    seen: 'seen' in kept && typeof kept.seen === 'string' ? kept.seen : null,
  }
}
