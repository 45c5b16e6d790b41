import { Refused } from '@/lib/errors'
import type { Agent } from '@/lib/viewer'
import { bulkRun, leftTickets } from './find'
import { type Asked, startBulk } from './start'

interface AskedOfOne extends Pick<Asked, 'submission' | 'wish'> {
  readonly refid: string
}

/**
 * Changes one ticket by a run of its own, so that it is taken back as many are, and says where that stands. Throws Refused with
 * the ticket's reason, and what startBulk throws.
 */
export async function changeOne(agent: Agent, { refid, ...asked }: AskedOfOne) {
  await startBulk(agent, { ...asked, which: [refid] })
  const run = await bulkRun(agent, asked.submission)
  if (run.total !== 1) throw new Refused('This was sent for other tickets')
  const [left] = run.counts.failed > 0 ? await leftTickets(agent, run) : []
  if (left) throw new Refused(left.reason)
  return run
}
