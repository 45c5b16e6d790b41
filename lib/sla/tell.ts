import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import type { Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import type { Entry } from './clock'
import type { Page } from './write'

/** Writes into the ticket's history what happened to a clock by itself, at the moment at which it was due. */
export const tell = (
  tx: Tx,
  ticketId: number,
  kind: `sla.${string}`,
  { target, instance, at }: Pick<Entry, 'target' | 'instance' | 'at'>,
  more: Change = {},
) =>
  record(tx, system, kind, {
    ticket: { id: ticketId },
    audience: 'agents',
    at,
    change: { target: [null, target], ...(instance > 1 && { instance: [null, instance] }), ...more },
  })

/** Pages with the events of their breaches: whoever notices a breach first tells of it, a verb as well as the worker. */
export async function withBreachesTold(tx: Tx, pages: readonly Page[]): Promise<readonly Page[]> {
  const told: Page[] = []
  for (const page of pages) {
    const entries: Page['entries'][number][] = []
    for (const entry of page.entries)
      entries.push(
        entry.kind === 'breached'
          ? { ...entry, eventId: (await tell(tx, page.ticketId, 'sla.breached', entry)).id }
          : entry,
      )
    told.push({ ...page, entries })
  }
  return told
}
