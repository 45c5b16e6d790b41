import type { EventKind } from '@/lib/events/event'
import type { Status } from '@/lib/tickets/ticket'

/** Whose turn a ticket is; null: it is over. */
export type Turn = 'us' | 'customer' | 'third_party' | null

/** What an agent's browser hears of an event: enough to know what to ask for, and nothing that anybody wrote. */
export interface News {
  readonly uid: string
  readonly kind: EventKind
  readonly refid: string
  readonly turn: Turn
}

const turns = {
  open: 'us',
  pending: 'customer',
  on_hold: 'third_party',
  resolved: null,
  closed: null,
} as const satisfies Record<Status, Turn>

export const turnOf = (status: Status): Turn => turns[status]
