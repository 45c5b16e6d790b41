import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'
import { queueAsCsv } from './queue-export'
import type { QueueFilter } from './queue-filter'

const longest = 4_000

/**
 * The tickets of a queue as CSV, piece by piece. Whoever has it has the address of every customer in it, so that somebody
 * took it is written down before the first piece is given.
 */
export async function exportQueue(supervisor: Supervisor, filter: QueueFilter, now: Date) {
  const { view, after: _, before: __, ...asked } = filter
  await inTransaction((tx) =>
    record(tx, supervisor, 'tickets.exported', {
      audience: 'agents',
      change: {
        view: [null, view?.name ?? null],
        asked: [null, JSON.stringify(asked).slice(0, longest)],
      },
    }),
  )
  return queueAsCsv(supervisor, filter, now)
}
