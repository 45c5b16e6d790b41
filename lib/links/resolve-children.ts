import { sql } from 'drizzle-orm'
import { countedLive } from '@/lib/tickets/counted'
import type { Status } from '@/lib/tickets/ticket'
import { transition } from '@/lib/tickets/transition'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'

/**
 * Resolves the children of a ticket that still have something to do, all or none.
 *
 * @returns how many
 */
export const resolveChildren = (agent: Agent, ticket: { readonly id: number }) =>
  inTransaction(async (tx) => {
    const children = await tx.execute<{ id: number; status: Status }>(sql`
      select id, status from tickets
      where id in (select to_id from ticket_links where from_id = ${ticket.id} and kind = 'parent')
        and ${countedLive(sql`tickets`)}
      order by id for no key update`)
    for (const child of children) await transition(tx, agent, child, 'resolved')
    return children.length
  })
