/** What its writer had before their eyes when they sent a reply. */
export interface Sight {
  /** The uid of the last event on the page; null: none. */
  readonly seen: string | null
  /**
   * The uids of what else they know of: replies that were shown as waiting to be sent, and the last event when they were
   * told of arrivals. Of several events the last counts.
   */
  readonly aware: readonly string[]
}

/** What somebody else has said, or is about to, since then. */
export interface Arrival {
  readonly uid: string
  readonly author: string
  readonly byCustomer: boolean
  /** Markdown. */
  readonly body: string
  /** ISO 8601, UTC: when it was said, or will be sent. */
  readonly at: string
  /** Still waiting to be sent. */
  readonly waiting: boolean
}

export interface Overtaken {
  /** The newest, oldest first. */
  readonly arrivals: readonly Arrival[]
  /** How many more there are before them. */
  readonly more: number
  /** What to send with a reply that is to go all the same. */
  readonly sight: Sight
}

/** What somebody has seen, and what they were told of beside it. */
export const withTold = ({ seen, aware }: Sight, told: Sight): Sight => ({
  seen,
  aware: [...new Set([...aware, ...uidsIn(told)])],
})

export const uidsIn = ({ seen, aware }: Sight) => (seen === null ? aware : [seen, ...aware])

/** One field of a form: `<seen> <aware> <aware>`. */
export const sightText = ({ seen, aware }: Sight) => [seen ?? '-', ...aware].join(' ')

export function readSight(text: string): Sight {
  const [seen = '-', ...aware] = text.split(' ')
  return { seen: seen === '-' ? null : seen, aware }
}
