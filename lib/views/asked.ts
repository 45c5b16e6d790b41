import { type QueueFilter, readQueueFilter, withinView } from '@/lib/tickets/queue-filter'
import type { Agent } from '@/lib/viewer'
import { type OpenedView, viewByUid } from './find'

interface Asked {
  readonly filter: QueueFilter
  readonly view?: OpenedView
}

/** What a queue's address asks, and the saved view that it is in, which `open` finds. Throws Missing. */
export async function askedQueue(
  agent: Agent,
  params: Readonly<Record<string, string | string[] | undefined>>,
  open = viewByUid,
): Promise<Asked> {
  const [uid] = [params.view].flat()
  if (uid === undefined) return { filter: readQueueFilter(params) }
  const view = await open(agent, uid)
  return { filter: withinView(params, view), view }
}
