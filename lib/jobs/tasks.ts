import type { JobHelpers, Task } from 'graphile-worker'
import { z } from 'zod'
import { pruneRebuilds } from '@/lib/analytics/rebuild'
import { prune } from '@/lib/auth/prune'
import { workSome } from '@/lib/bulk/begin'
import { pruneBulk } from '@/lib/bulk/prune'
import { resumeBulk } from '@/lib/bulk/resume'
import { pruneDrafts } from '@/lib/drafts/prune'
import { prunePresence } from '@/lib/presence/beat'
import { reconsiderSome } from '@/lib/sla/reconsider'
import { resumeReconsider } from '@/lib/sla/reconsider-later'
import { handOut } from '@/lib/teams/hand-out'
import { autoClose, closeResolved } from '@/lib/tickets/auto-close'
import type { Jobs } from './job'

/**
 * What each job does. A job may run more than once and beside itself: its worker can die after the work and before the
 * queue hears of it. So every task is safe to repeat. One that throws is tried again later and later, 25 times.
 */
export const tasks = {
  'close-resolved': task(z.object({ ticketId: z.int().positive() }), ({ ticketId }) =>
    closeResolved(ticketId),
  ),
  'auto-close': task(nothing(), () => autoClose()),
  'sla-reconsider': task(
    z.object({
      because: z.enum(['policy', 'calendar', 'merge']),
      actorId: z.int().positive().nullable(),
      after: z.int().positive().optional(),
      again: z.boolean().optional(),
    }),
    (job, { job: own }) => reconsiderSome(job, { own: own.id }),
  ),
  'sla-resume': task(nothing(), resumeReconsider),
  'hand-out': task(nothing(), handOut),
  'bulk-work': task(z.object({ runId: z.int().positive() }), ({ runId }) => workSome(runId)),
  'bulk-resume': task(nothing(), resumeBulk),
  prune: task(nothing(), () =>
    Promise.all([prune(), pruneDrafts(), prunePresence(), pruneBulk(), pruneRebuilds()]),
  ),
} satisfies {
  readonly [Name in keyof Jobs]: Task
}

/** Minute, hour, day, month, weekday, in UTC. What was due while no worker ran is made up for, once. */
export const crontab = `
  7 * * * * auto-close ?fill=2h&jobKey=auto-close
  * * * * * hand-out ?jobKey=hand-out
  * * * * * bulk-resume ?jobKey=bulk-resume
  * * * * * sla-resume ?jobKey=sla-resume
  41 3 * * * prune ?fill=1d&jobKey=prune
`

/** A payload comes from a table that anybody with a database shell can write to, so it is parsed like a form. */
function task<Payload>(
  shape: z.ZodType<Payload>,
  work: (payload: Payload, helpers: JobHelpers) => Promise<unknown>,
): Task {
  return async (payload, helpers) => {
    await work(shape.parse(payload), helpers)
  }
}

/** Scheduled jobs carry when they were due; nothing reads it. */
function nothing() {
  return z.object({})
}
