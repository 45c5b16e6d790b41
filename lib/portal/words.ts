import type { Priority, Status } from '@/lib/tickets/ticket'

/** A status as the customer reads it. */
export function statusForCustomer(ticket: { readonly status: Status; readonly answeredAt: Date | null }) {
  switch (ticket.status) {
    case 'open':
      return ticket.answeredAt ? 'We are working on it' : 'Received'
    case 'on_hold':
      return 'We are working on it'
    case 'pending':
      return 'Waiting for you'
    case 'resolved':
      return 'Solved'
    case 'closed':
      return 'Closed'
  }
}

/** What customers are asked instead of a priority. `urgent` is for agents to give. */
export const impacts = ['blocked', 'broken', 'question'] as const
export type Impact = (typeof impacts)[number]

export const impactWord = {
  blocked: 'I cannot work at all',
  broken: 'Something is broken, but I can continue',
  question: 'I have a question',
} as const satisfies Record<Impact, string>

export const priorityOf = {
  blocked: 'high',
  broken: 'medium',
  question: 'low',
} as const satisfies Record<Impact, Priority>

/** The glyph that goes with `statusForCustomer`: that we wait for somebody else is ours to know. */
export function glyphForCustomer({
  status,
  answeredAt,
}: {
  readonly status: Status
  readonly answeredAt: Date | null
}) {
  if (status === 'open' && !answeredAt) return 'new'
  return status === 'on_hold' ? 'open' : status
}

/** What the numbers of a rating mean, from 1 to 5. */
export const scores = ['1', '2', '3', '4', '5'] as const
export type Score = (typeof scores)[number]

export const scoreWord = {
  1: 'Very unhappy',
  2: 'Unhappy',
  3: 'So-so',
  4: 'Happy',
  5: 'Very happy',
} as const satisfies Record<Score, string>

export const scoreInWords = (score: number) => scoreWord[scores[score - 1] ?? '3'].toLowerCase()

/** Characters of the comment on a rating. */
export const commentLimit = 2_000
