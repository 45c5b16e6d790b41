import { Conflict } from '@/lib/errors'
import type { Admin } from '@/lib/viewer'
import { type Preview, preview } from './preview'

/** By the admin who waits for it. */
const running = new Map<number, AbortController>()

/**
 * A preview for a form. An action is not told when nobody waits for its answer any more; but who asks again does not wait for
 * what they asked before, which ends with a Conflict.
 */
export async function newestPreview(
  { id }: Admin,
  ...[because, rulesThen]: Parameters<typeof preview>
): Promise<Preview> {
  running.get(id)?.abort(new Conflict('You have asked for another preview since'))
  const mine = new AbortController()
  running.set(id, mine)
  try {
    return await preview(because, rulesThen, mine.signal)
  } finally {
    if (running.get(id) === mine) running.delete(id)
  }
}
