/** Somebody else who has a ticket open. */
export interface Present {
  readonly name: string
  readonly email: string
  /** Writing to the customer. */
  readonly replying: boolean
  /** ISO 8601, UTC: until when that holds without another word. */
  readonly until: string
}

/** Seconds that one beat lasts. */
export const presenceLasts = 30

/** Seconds from one beat to the next: two may be lost. */
export const presenceBeat = 10
