import type { Clock, Entry } from './clock'
import type { CalendarName } from './words'

/** The names of what a clock is held to. */
export interface TermNames {
  readonly policy: string
  /** Null: around the clock. */
  readonly calendar: CalendarName | null
}

/** An entry of the ledger with the names around it. */
export interface NamedEntry extends Entry {
  /** Null: the helpdesk itself. */
  readonly actor: string | null
  /** What the ticket became by the event that it comes from: a priority, the name of a category. */
  readonly became?: string | null
  /** When it was written down: what happens by itself may have been noticed later. */
  readonly recordedAt?: Date
  /** Who was notified of it. */
  readonly notified?: readonly string[]
  /** Of what starts or retargets. */
  readonly names?: TermNames
}

/** A clock with all of its ledger, in order. */
export interface NamedClock extends Clock, TermNames {
  readonly entries: readonly NamedEntry[]
}
