import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Jobs } from '@/lib/jobs/job'
import { inTransaction, type Tx } from '@/lib/transaction'
import { advance } from './advance'
import { derivedFrom } from './derived'
import { isNews, pageOf } from './keep'
import { heldWithRules } from './load'
import type { Rules } from './sla-policy'
import { withBreachesTold } from './tell'
import { write } from './write'

type Because = Jobs['sla-reconsider']['because']

const batch = 500

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

/** A ticket whose next deadline would be another one. */
export interface Affected {
  readonly refid: string
  readonly subject: string
  readonly before: Date | null
  readonly after: Date | null
}

export interface Preview {
  /** How many tickets would get another deadline. */
  readonly count: number
  /** How many of them would be late at once. */
  readonly late: number
  /** The first of them, soonest deadline first. */
  readonly first: readonly Affected[]
}

const shown = 20

/** What other rules would change on the tickets that are not over. Writes nothing. */
export async function preview(because: Because, rulesThen: (present: Rules) => Rules): Promise<Preview> {
  const affected: (Affected & { readonly id: number; readonly late: boolean })[] = []
  for (let after = 0; ; ) {
    const { tickets, rules: present } = await liveAfter(db, after)
    const rules = rulesThen(present)
    for (const ticket of tickets) {
      const next = advance(ticket.clocks, ticket, { kind: 'reconsidered', because }, ticket.now, rules)
      const [before, then] = [derivedFrom(ticket.clocks).slaDueAt, derivedFrom(next.clocks).slaDueAt]
      if (before?.getTime() === then?.getTime()) continue
      const late = then !== null && then < ticket.now && !(before !== null && before < ticket.now)
      affected.push({ id: ticket.id, refid: '', subject: '', before, after: then, late })
    }
    if (tickets.length < batch) break
    after = tickets.at(-1)?.id ?? after
  }
  const soonest = affected.toSorted((a, b) => time(a.after) - time(b.after)).slice(0, shown)
  const names = await namesOf(soonest.map(({ id }) => id))
  return {
    count: affected.length,
    late: affected.filter(({ late }) => late).length,
    first: soonest.map(({ id, before, after }) => ({
      refid: '',
      subject: '',
      ...names.get(id),
      before,
      after,
    })),
  }
}

const time = (moment: Date | null) => moment?.getTime() ?? Number.POSITIVE_INFINITY

async function liveAfter(reader: Pick<Tx, 'execute' | 'select'>, after: number, locked?: 'locked') {
  const rows = await reader.execute<{ id: number }>(sql`
    select id from tickets where status in ('open', 'pending', 'on_hold') and id > ${after} order by id limit ${batch}
    ${locked ? sql`for no key update` : sql``}`)
  return heldWithRules(
    reader,
    rows.map(({ id }) => id),
  )
}

async function namesOf(ids: readonly number[]) {
  const rows = await db.execute<{ id: number; refid: string; subject: string }>(
    sql`select id, refid, subject from tickets where id = any(${sql.param(`{${ids.join()}}`)}::bigint[])`,
  )
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
