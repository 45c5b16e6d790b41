import { inTransaction } from '@/lib/transaction'
import { advance } from './advance'
import { isNews, pageOf } from './keep'
import { batch, liveAfter } from './live'
import { withBreachesTold } from './tell'
import { write } from './write'

type Because = 'policy' | 'calendar'

/**
 * Looks up anew what is promised on every ticket that is not over, after a policy or a calendar has changed; what has
 * breached keeps its deadline. Safe to run twice: what is as promised is left alone.
 */
export async function reconsiderAll({
  because,
  actorId,
}: {
  readonly because: Because
  readonly actorId: number | null
}) {
  let changed = 0
  for (let after = 0; ; ) {
    const some = await inTransaction(async (tx) => {
      const { tickets, rules } = await liveAfter(tx, after, 'locked')
      const pages = tickets
        .map((ticket) => {
          const next = advance(ticket.clocks, ticket, { kind: 'reconsidered', because }, ticket.now, rules)
          return pageOf(ticket, next, rules, { actorId })
        })
        .filter(isNews)
      await write(tx, await withBreachesTold(tx, pages))
      return { last: tickets.at(-1)?.id, count: tickets.length, changed: pages.length }
    })
    changed += some.changed
    if (some.last === undefined || some.count < batch) return changed
    after = some.last
  }
}
