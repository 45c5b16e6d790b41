import { sql } from 'drizzle-orm'
import { now } from '@/lib/clock'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Jobs } from '@/lib/jobs/job'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'

type Job = Jobs['sla-reconsider']

const second = 1_000

/**
 * What is promised on every open ticket is looked up again by the worker: once for what one actor changes in a row, and once
 * more half a minute later, because a ticket that was being filed meanwhile may still have read what was promised before.
 */
export async function reconsiderLater(tx: Tx, actor: Actor, because: Job['because']) {
  const actorId = actor.role === 'system' ? null : actor.id
  await reconsiderOn(tx, { because, actorId })
  await reconsiderOn(tx, { because, actorId, again: true }, new Date(now().getTime() + 30 * second))
}

/** By a job of its own, that takes the place of one like it: of one that has begun it stops the next. */
async function reconsiderOn(tx: Tx, job: Job, runAt?: Date) {
  await alone(tx, job)
  await enqueue(tx, 'sla-reconsider', job, { key: keyOf(job), ...(runAt && { runAt }) })
}

/**
 * By the next job, unless another has taken the place of `own`, the key of the row in the queue: that begins from the first
 * ticket, and does these as well.
 */
export async function goOnReconsidering(tx: Tx, job: Job, own: string | undefined) {
  await alone(tx, job)
  if (own !== undefined) {
    const [row] = await tx.execute<{ key: string | null }>(
      sql`select key from graphile_worker.jobs where id = ${own}`,
    )
    if (!row?.key) return false
  }
  await enqueue(tx, 'sla-reconsider', job, { key: keyOf(job) })
  return true
}

/** Until the end of the transaction nobody else puts such a job into the queue. */
const alone = (tx: Tx, job: Job) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(job)}, 0))`)

/** Of all jobs that this actor may have left. */
export const reconsiderKeys = (actorId: number | null) => jobsOf(actorId).map(keyOf)

const jobsOf = (actorId: number | null): readonly Job[] =>
  (['policy', 'calendar', 'merge'] as const).flatMap((because) =>
    [false, true].map((again) => ({ because, actorId, again })),
  )

const keyOf = ({ because, actorId, again }: Job) =>
  `sla-reconsider:${because}:${actorId ?? 'system'}${again ? ':again' : ''}`

/**
 * Has done anew, from the first ticket, what a worker has been at for a minute: it was killed, and the queue would keep
 * its job locked for hours.
 */
export const resumeReconsider = () =>
  inTransaction(async (tx) => {
    const stopped = await tx.execute<{ key: string }>(sql`
      select key from graphile_worker.jobs
      where task_identifier = 'sla-reconsider' and locked_at < now() - interval '1 minute' and key is not null`)
    for (const { key } of stopped) {
      const who = key.split(':')[2]
      const job = jobsOf(who === 'system' ? null : Number(who)).find((one) => keyOf(one) === key)
      if (job) await reconsiderOn(tx, job)
    }
  })
