/** What the reports count. Each is one row of the view `ticket_facts`, which defines it (db/views.ts). */
export const factKinds = [
  /** A ticket was filed. */
  'created',
  /** An agent replied to a customer for the first time. */
  'first_response',
  /** An agent replied to what a customer wrote later. */
  'next_response',
  /** An agent wrote to a customer. */
  'reply',
  'resolved',
  'reopened',
  /** Something that was promised ended, or its deadline passed. */
  'first_response_target',
  'next_response_target',
  'resolution_target',
  'rated',
] as const
export type FactKind = (typeof factKinds)[number]

/** Along what facts are counted, and what the value of a tally is. */
export const factDimensions = [
  /** 0. */
  'all',
  /** Keys; 0: none. */
  'category',
  'team',
  'agent',
  /** The place in the list of channels and of priorities, from 0. */
  'channel',
  'priority',
  /** The hour of the week: 0 to 167. */
  'hour',
  /** The class of size of what was measured, by `sizeClass` (tally.ts). */
  'amount',
  'open_amount',
  'amount_coarse',
  'open_amount_coarse',
  /** 1 to 5. */
  'score',
  /** Agent replies before a resolution. */
  'replies',
  /** The day of the resolution before, counted from 2000-01-01; 0: it was the first. */
  'previous',
] as const
export type FactDimension = (typeof factDimensions)[number]

export const tallySpans = ['day', 'month'] as const

/** Durations around the clock, or in the hours of the calendar of the ticket's SLA. */
export const hoursCounted = ['calendar', 'business'] as const
export type HoursCounted = (typeof hoursCounted)[number]
