import { and, eq, sql } from 'drizzle-orm'
import { bulkItems, bulkRuns, moment } from '@/db/schema'
import { cannedIn } from '@/lib/canned/find'
import { activeCategory } from '@/lib/categories/active'
import { now } from '@/lib/clock'
import { Missing, Refused } from '@/lib/errors'
import { colleague } from '@/lib/people/find'
import { activeTeam } from '@/lib/teams/active'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { BulkAction, BulkWish } from './action'
import { begin } from './begin'
import { allMatching } from './matching'
import { manyTickets, mostTickets, tickets } from './run'

export interface Asked {
  readonly submission: string
  readonly wish: BulkWish
  /** References, or all that a queue has at this moment. */
  readonly which: readonly string[] | QueueFilter
  /** The number of tickets that the agent has agreed to change. */
  readonly agreed?: number
}

/**
 * Begins to change many tickets. Which they are is decided now, whatever the queue has later. Few are changed before this
 * ends, more by the worker. Sent twice, it is one run. Throws Refused (`agreed`, with the number in its stead) until a large
 * number is agreed to, and for nothing, too much, and what is not there to be given.
 */
export async function startBulk(agent: Agent, asked: Asked) {
  const assignee = asked.wish.kind === 'assign' ? await assigneeOf(agent, asked.wish.to) : null
  const run = await inTransaction(async (tx) => {
    const [present] = await tx.select({ id: bulkRuns.id }).from(bulkRuns).where(sameAs(agent, asked))
    if (present) return null
    const action = await settled(tx, agent, asked.wish, assignee)
    const chosen = await frozen(tx, agent, asked.which)
    await refuseUnfit(tx, chosen, asked)
    const [run] = await tx
      .insert(bulkRuns)
      .values({ agentId: agent.id, submission: asked.submission, action, total: chosen.length })
      .onConflictDoNothing()
      .returning({ id: bulkRuns.id, total: bulkRuns.total })
    if (!run) return null
    await addItems(tx, run, chosen)
    return begin(tx, run)
  })
  await run?.()
}

const sameAs = (agent: Agent, { submission }: Asked) =>
  and(eq(bulkRuns.agentId, agent.id), eq(bulkRuns.submission, submission))

async function assigneeOf(agent: Agent, to: string | null) {
  if (to === null) return null
  if (to === 'me') return agent
  return colleague(agent, to).catch((error: unknown) => {
    throw error instanceof Missing ? new Refused('Choose an active agent', 'action') : error
  })
}

/** With the names of what is there to be given. */
async function settled(tx: Tx, agent: Agent, wish: BulkWish, to: Agent | null): Promise<BulkAction> {
  switch (wish.kind) {
    case 'assign':
      return { kind: wish.kind, to: to?.email ?? null, name: to?.name ?? null }
    case 'team':
      return { ...wish, name: wish.to === null ? null : (await activeTeam(tx, wish.to)).name }
    case 'category':
      return { ...wish, name: wish.to === null ? null : (await activeCategory(tx, wish.to)).name }
    case 'macro':
      return { ...wish, ...(await macroOf(tx, agent, wish.to)) }
    default:
      return wish
  }
}

/** What a macro does; one that also writes to a customer is for one ticket at a time. */
async function macroOf(tx: Tx, agent: Agent, uid: string) {
  const { name, body, actions } = await cannedIn(tx, agent, uid)
  if (body) throw new Refused('This macro writes to the customer: use it on each ticket', 'action')
  return { name, actions }
}

interface Chosen {
  readonly refid: string
  /** Null: there is no such ticket. */
  readonly id: number | null
}

async function frozen(tx: Tx, agent: Agent, which: Asked['which']): Promise<readonly Chosen[]> {
  if ('status' in which) return allMatching(tx, agent, which, now())
  const refids = [...new Set(which)]
  // More than anybody may change; nobody looks them up.
  if (refids.length > mostTickets) return refids.map((refid) => ({ refid, id: null }))
  return tx.execute<{ refid: string; id: number | null }>(sql`
    select x.refid, t.id from unnest(${list(refids)}::text[]) with ordinality x(refid, place)
    left join tickets t on t.refid = x.refid order by x.place`)
}

async function refuseUnfit(tx: Tx, chosen: readonly Chosen[], { wish, agreed }: Asked) {
  const count = chosen.length
  if (count === 0) throw new Refused('No ticket is selected', 'tickets')
  if (count > mostTickets)
    throw new Refused(
      `At most ${tickets(mostTickets)} are changed at once. Narrow the queue down first.`,
      'tickets',
    )
  if (count >= manyTickets && count !== agreed)
    throw new Refused(
      `Change ${tickets(count)}?${await exceptions(tx, chosen, wish)}`,
      'agreed',
      String(count),
    )
}

/** What nobody who asks for so many may expect. A change of status may well open what is closed. */
async function exceptions(tx: Tx, chosen: readonly Chosen[], wish: BulkWish) {
  if (wish.kind === 'status') return ''
  const ids = chosen.flatMap(({ id }) => (id === null ? [] : [id]))
  const [row] = await tx.execute<{ closed: number }>(
    sql`select count(*)::integer as closed from tickets where id = any(${list(ids)}::bigint[]) and status = 'closed'`,
  )
  const closed = row?.closed ?? 0
  if (closed === 0) return ''
  return ` ${closed === 1 ? '1 of them is closed and stays as it is.' : `${closed.toLocaleString('en')} of them are closed and stay as they are.`}`
}

const addItems = (tx: Tx, run: { readonly id: number }, chosen: readonly Chosen[]) =>
  tx.execute(sql`
    insert into ${bulkItems} (run_id, refid, ticket_id, state, failure, at)
    select ${run.id}, x.refid, x.id,
      (case when x.id is null then 'failed' else 'waiting' end)::bulk_item_state,
      case when x.id is null then 'There is no such ticket' end, case when x.id is null then ${moment} end
    from unnest(${list(chosen.map(({ refid }) => refid))}::text[], ${list(
      chosen.map(({ id }) => id ?? 'null'),
    )}::bigint[]) with ordinality x(refid, id, place)
    order by x.place`)

const list = (values: readonly (string | number)[]) => sql.param(`{${values.join()}}`)
