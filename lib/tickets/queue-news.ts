import type { Agent } from '@/lib/viewer'
import { queue, queueRows } from './queue'

interface Before {
  /** The rows that somebody has before them, by reference. */
  readonly known: readonly string[]
  /** The tickets on which something has happened; null: nobody can say on which. */
  readonly changed: readonly string[] | null
}

/**
 * What has become of a page of the queue. `rows`: the changed tickets as they are now, each with whether the filter still
 * asks for it. `page`: the references that the page would have now, in their order; null: it has none but those known.
 */
export async function queueNews(
  agent: Agent,
  { known, changed }: Before,
  asked: Parameters<typeof queueRows>[2],
) {
  const rows = await queueRows(agent, changed ?? known, asked)
  const mayGrow = !changed || rows.some(({ fits, refid }) => fits && !known.includes(refid))
  const page = mayGrow ? await queue(agent, asked.filter, asked.now, []) : null
  return { rows, page: page && !page.missing ? page.rows.map(({ refid }) => refid) : null }
}
