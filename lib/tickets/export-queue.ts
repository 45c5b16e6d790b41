import { fresh } from '@/lib/analytics/fresh'
import { isSupervisorsSession } from '@/lib/auth/staff-sessions'
import { TooMany } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { goneAway, streamed } from '@/lib/streamed'
import { inTransaction } from '@/lib/transaction'
import type { Supervisor } from '@/lib/viewer'
import { queueAsCsv } from './queue-export'
import type { QueueFilter } from './queue-filter'

const longest = 4_000

/** Of this process: each of them keeps the database as busy as a browser can read. */
const mostAtOnce = 3
let underWay = 0

/**
 * The tickets of a queue as CSV, as the body of an answer. Whoever has it has the address of every customer in it, so that
 * somebody took it is written down before the first piece is given, and none is given once their `session` (its identifier)
 * has ended or they are no supervisor any more. Throws TooMany while three are being read, and while the numbers of the
 * reports, behind which the tickets stand, are computed anew.
 */
export async function exportQueue(
  supervisor: Supervisor,
  session: string,
  filter: QueueFilter,
  now: Date,
): Promise<ReadableStream<Uint8Array>> {
  if (underWay >= mostAtOnce)
    throw new TooMany('Three exports are being downloaded already. Try again when one of them has ended.', 30)
  underWay += 1
  const ended = () => {
    underWay -= 1
  }
  try {
    if (filter.behind && !(await fresh()))
      throw new TooMany('The numbers are being computed. Try again in a moment.', 10)
    await noteExport(supervisor, filter)
  } catch (error) {
    ended()
    throw error
  }
  return streamed(whileWelcome(session, queueAsCsv(supervisor, filter, now)), ended)
}

const noteExport = (supervisor: Supervisor, { view, after: _, before: __, ...asked }: QueueFilter) =>
  inTransaction((tx) =>
    record(tx, supervisor, 'tickets.exported', {
      audience: 'agents',
      change: {
        view: [null, view?.name ?? null],
        asked: [null, JSON.stringify(asked).slice(0, longest)],
      },
    }),
  )

async function* whileWelcome(session: string, pieces: AsyncGenerator<string>) {
  for await (const piece of pieces) {
    if (!(await isSupervisorsSession(session))) throw goneAway('The session has ended')
    yield piece
  }
}
