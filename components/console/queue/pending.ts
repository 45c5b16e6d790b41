import type { Status } from '@/lib/tickets/ticket'
import type { QueueLine } from './line'

/** What a row shows before the server has said that it is so. */
export type Shown = Partial<Pick<QueueLine, 'status' | 'priority' | 'assignee'>>

export interface PendingChange {
  readonly refid: string
  readonly shown: Shown
  /** The server has made it: the next list knows of it. */
  readonly made?: true
}

/** Changes of single rows that are under way, in the order in which they were asked for. */
export type Pending = readonly PendingChange[]

/** What a row shows of its changes: the last one counts. */
export const shownOf = (pending: Pending, refid: string): Shown =>
  Object.assign({}, ...pending.map((change) => change.refid === refid && change.shown))

/** The server has made it: it is shown until a list knows of it. */
export const withMade = (pending: Pending, change: PendingChange): Pending =>
  pending.map((one) => (one === change ? { ...one, made: true } : one))

/** As if it had never been asked for. */
export const without = (pending: Pending, change: PendingChange): Pending =>
  pending.filter((one) => one !== change)

/** A list has arrived, which shows by itself what was made; what the same row was to show before that is past. */
export const afterList = (pending: Pending): Pending =>
  pending.filter(
    ({ refid }, place) => !pending.some((one, at) => at >= place && one.made && one.refid === refid),
  )

/** The rows as they are shown meanwhile. One that gets a status for which the list does not ask has left it. */
export const withPending = (
  lines: readonly QueueLine[],
  pending: Pending,
  statuses: readonly Status[],
): readonly QueueLine[] =>
  pending.length === 0
    ? lines
    : lines.flatMap((line) => {
        const shown = shownOf(pending, line.refid)
        return !shown.status || statuses.includes(shown.status) ? { ...line, ...shown } : []
      })
