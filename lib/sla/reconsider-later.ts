import { now } from '@/lib/clock'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Jobs } from '@/lib/jobs/job'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'

type Because = Jobs['sla-reconsider']['because']

const second = 1_000

/**
 * What is promised on every open ticket is looked up again by the worker: once for what one actor changes in a row, and once
 * more half a minute later, because a ticket that was being filed meanwhile may still have read what was promised before.
 */
export async function reconsiderLater(tx: Tx, actor: Actor, because: Because) {
  const actorId = actor.role === 'system' ? null : actor.id
  const [key, again] = keysOf(because, actorId)
  await enqueue(tx, 'sla-reconsider', { because, actorId }, { key })
  const runAt = new Date(now().getTime() + 30 * second)
  await enqueue(tx, 'sla-reconsider', { because, actorId }, { key: again, runAt })
}

/** Of all jobs that this actor may have left. */
export const reconsiderKeys = (actorId: number | null) =>
  (['policy', 'calendar', 'merge'] as const).flatMap((because) => keysOf(because, actorId))

const keysOf = (because: Because, actorId: number | null): readonly [string, string] => {
  const key = `sla-reconsider:${because}:${actorId ?? 'system'}`
  return [key, `${key}:again`]
}
