import { defaultSettings } from '@/lib/settings/settings'
import { type Deed, day, hour, later, type Story } from './story'

/* Words for stories that are written by hand. */

type Turn = readonly [hoursAfterFiling: number, who: string, deed: Deed]

export const story = (now: Date, requester: string, hoursAgo: number, turns: readonly Turn[]): Story => ({
  requester,
  steps: turns.map(([hours, who, deed]) => ({ at: later(now, (hours - hoursAgo) * hour), who, deed })),
})

export const file = (
  category: (Deed & { does: 'file' })['category'],
  priority: (Deed & { does: 'file' })['priority'],
  subject: string,
  body: string,
): Deed => ({
  does: 'file',
  channel: 'portal',
  subject,
  body,
  ...(category && { category }),
  ...(priority && { priority }),
})

export const answer = (body: string, then?: 'pending' | 'on_hold' | 'resolved'): Deed => ({
  does: 'answer',
  body,
  ...(then && { then }),
})
export const note = (body: string): Deed => ({ does: 'note', body })
export const write = (body: string): Deed => ({ does: 'write', body })
export const claim: Deed = { does: 'claim' }
export const closedByItself = (resolvedAfter: number): Turn => [
  resolvedAfter + (defaultSettings.autoCloseDays * day) / hour,
  '',
  { does: 'auto-close' },
]
