import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'
import { queueAsCsv } from './queue-export'
import type { QueueFilter } from './queue-filter'

interface Asked {
  readonly filter: QueueFilter
  /** The words of its address, for the audit. */
  readonly words: string
}

const longest = 1_000

/**
 * The tickets of a queue as CSV, piece by piece. Whoever has it has the address of every customer in it, so that somebody
 * took it is written down before the first piece is given.
 */
export async function exportQueue(supervisor: Supervisor, { filter, words }: Asked, now: Date) {
  await inTransaction((tx) =>
    record(tx, supervisor, 'tickets.exported', {
      audience: 'agents',
      change: { queue: [null, words.slice(0, longest)] },
    }),
  )
  return queueAsCsv(supervisor, filter, now)
}
