import { asc, sql } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import type { Channel, Priority, Status } from '@/lib/tickets/ticket'
import { ownWordsWaitSince } from '@/lib/tickets/waiting-since'
import type { Tx } from '@/lib/transaction'
import type { Standing } from './advance'
import type { Hours } from './calendar'
import { newestVersionOf } from './calendars/newest'
import type { Clock } from './clock'
import type { HoursOf, Rules, SlaPolicy } from './sla-policy'
import type { Target } from './target'

type Reader = Pick<Tx, 'execute' | 'select'>

/** A ticket with its clocks, at the transaction's moment. */
export interface Held extends Standing {
  readonly id: number
  readonly now: Date
  readonly clocks: readonly HeldClock[]
}

/** A clock with the moment at which something happens to it by itself. */
export interface HeldClock extends Clock {
  readonly nextAt: Date | null
}

const newestVersion = newestVersionOf(sql`${slaPolicies}.calendar_id`)

/**
 * Of the policies with their calendars: another text whenever one of them has changed. Each writing gives a row another
 * xmin, or within one transaction another ctid; neither comes again when it is rolled back.
 */
const writing = sql<string>`array(
  select concat_ws(' ', xmin, ctid, ${newestVersion}) from ${slaPolicies} order by id)::text`

/**
 * Tickets with all their clocks, oldest first, and the rules to which they are held: in one statement, for verbs wait for
 * it. The caller holds the tickets' rows.
 */
export async function heldWithRules(
  tx: Reader,
  ids: readonly number[],
): Promise<{ readonly tickets: readonly Held[]; readonly rules: Rules }> {
  const rows = await tx.execute<HeldRow>(sql`
    select ${writing} as writing, t.id, t.status, t.priority, t.category_id as "categoryId", t.channel, t.team_id as "teamId",
      (select p.organization_id from people p where p.id = t.requester_id) as "organizationId",
      (select coalesce(json_agg(g.tag_id), '[]') from ticket_tags g where g.ticket_id = t.id) as "tagIds", t.first_answered_at as "firstAnsweredAt",
      -- Who reopened without a word waits, but asked for no answer.
      case when t.waiting_since is not null and exists (select from messages m where m.ticket_id = t.id and m.author_id = t.requester_id
        and m.audience = 'everyone' and m.created_at >= t.waiting_since) then t.waiting_since end as "waitingSince",
      t.waiting_since is not null and (t.channel = 'agent' or exists (
        select from messages m where m.ticket_id = t.id and m.origin_id is not null)) as "takenDown", t.resolved_at as "resolvedAt",
      case when t.spam_at is not null then 'spam' when t.merged_into_id is not null then 'merged' end as aside,
      moment() as now,
      (select coalesce(json_agg(c order by c.started_at, c.instance), '[]') from sla_clocks c where c.ticket_id = t.id) as clocks
    from tickets t
    -- How many there are is kept from the planner: it would plan anew each time.
    where t.id = any(array(select unnest(${sql.param(`{${ids.join()}}`)}::bigint[]))) order by t.id`)
  const ownWords = await ownWordsOn(tx, rows)
  const policies = rows[0] ? await policiesOf(tx, rows[0].writing) : await allPolicies(tx)
  const tickets = rows.map((row) => heldOf({ ...row, waitingSince: ownWords(row) }))
  const hoursOf = await hoursFor(tx, [...policies, ...tickets.flatMap(({ clocks }) => clocks)])
  return { tickets, rules: { policies, hoursOf } }
}

/**
 * Since when words of the customer's own wait. Where there may be words that an agent took down, of its own or of a ticket that
 * was merged into it, it is looked at more closely: the statement for all would cost as much again.
 */
async function ownWordsOn(tx: Reader, rows: readonly HeldRow[]) {
  const taken = rows.flatMap(({ id, takenDown }) => (takenDown ? [id] : []))
  if (taken.length === 0) return ({ waitingSince }: HeldRow) => waitingSince
  const found = await tx.execute<{ id: number; since: string | null }>(sql`
    select t.id, ${ownWordsWaitSince} as since from tickets t
    where t.id = any(array(select unnest(${sql.param(`{${taken.join()}}`)}::bigint[])))`)
  const since = new Map(found.map((one) => [one.id, one.since]))
  return ({ id, waitingSince }: HeldRow) => (since.has(id) ? (since.get(id) ?? null) : waitingSince)
}

/** The rules in force, for a ticket that is not there yet. */
export async function rulesInForce(tx: Reader): Promise<Rules> {
  const [row] = await tx.execute<{ writing: string }>(sql`select ${writing} as writing`)
  const policies = await policiesOf(tx, row?.writing ?? '')
  return { policies, hoursOf: await hoursFor(tx, policies) }
}

const heldOf = ({
  writing: _,
  now,
  firstAnsweredAt,
  waitingSince,
  takenDown: _taken,
  resolvedAt,
  clocks,
  ...ticket
}: HeldRow): Held => ({
  ...ticket,
  now: new Date(now),
  firstAnsweredAt: instant(firstAnsweredAt),
  waitingSince: instant(waitingSince),
  resolvedAt: instant(resolvedAt),
  clocks: clocks.map(heldClockOf),
})

type HeldRow = {
  writing: string
  id: number
  status: Status
  priority: Priority
  categoryId: number | null
  channel: Channel
  teamId: number | null
  organizationId: number | null
  tagIds: number[]
  firstAnsweredAt: string | null
  waitingSince: string | null
  takenDown: boolean
  resolvedAt: string | null
  aside: Held['aside']
  now: string
  clocks: StoredClock[]
}

/** A row of `sla_clocks` as JSON. */
export interface StoredClock {
  readonly target: Target
  readonly instance: number
  readonly policy_id: number
  readonly calendar_version_id: number | null
  readonly seconds: number
  readonly pausing: readonly Status[]
  readonly started_at: string
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[]
  readonly due_at: string | null
  readonly risk_at: string | null
  readonly warned_at: string | null
  readonly breached_at: string | null
  readonly taken: readonly string[]
  readonly ended_at: string | null
  readonly outcome: 'met' | 'voided' | null
  readonly next_at: string | null
}

const clockOf = (row: StoredClock): Clock => ({
  target: row.target,
  instance: row.instance,
  policyId: row.policy_id,
  calendarVersionId: row.calendar_version_id,
  seconds: row.seconds,
  pausing: row.pausing,
  startedAt: new Date(row.started_at),
  pauses: row.pauses.map(({ from, to }) => ({ from: new Date(from), to: instant(to) })),
  dueAt: instant(row.due_at),
  riskAt: instant(row.risk_at),
  warnedAt: instant(row.warned_at),
  breachedAt: instant(row.breached_at),
  taken: row.taken,
  endedAt: instant(row.ended_at),
  outcome: row.outcome,
})

export const heldClockOf = (row: StoredClock): HeldClock => ({
  ...clockOf(row),
  nextAt: instant(row.next_at),
})

const instant = (text: string | null) => (text === null ? null : new Date(text))

/** The policies as a process has read them last, and what `writing` was then. */
let read: PoliciesRead | undefined

interface PoliciesRead {
  readonly writing: string
  readonly policies: readonly SlaPolicy[]
}

/** All policies in order, retired ones too: clocks may still be held to their steps. */
export const allPolicies = async (tx: Reader) => (await readPolicies(tx)).policies

async function policiesOf(tx: Reader, writing: string) {
  if (read?.writing !== writing) read = await readPolicies(tx)
  return read.policies
}

async function readPolicies(tx: Reader): Promise<PoliciesRead> {
  const rows = await tx
    .select({
      // Not what the ticket's statement saw: they may have changed since.
      writing,
      policy: {
        id: slaPolicies.id,
        name: slaPolicies.name,
        fallback: slaPolicies.fallback,
        retired: sql<boolean>`${slaPolicies.retiredAt} is not null`,
        conditions: slaPolicies.conditions,
        targets: slaPolicies.targets,
        calendarVersionId: newestVersion,
        pausing: slaPolicies.pausing,
        steps: slaPolicies.steps,
      },
    })
    .from(slaPolicies)
    .orderBy(asc(slaPolicies.fallback), asc(slaPolicies.position), asc(slaPolicies.id))
  return { writing: rows[0]?.writing ?? '', policies: rows.map(({ policy }) => policy) }
}

/** A version never changes, so it is read once in the life of a process. */
const known = new Map<number, Hours>()

/** The hours of the calendars that these clocks and policies count in. */
export async function hoursFor(
  tx: Reader,
  wanted: Iterable<{ readonly calendarVersionId: number | null }>,
): Promise<HoursOf> {
  const missing = new Set<number>()
  for (const { calendarVersionId: id } of wanted) if (id !== null && !known.has(id)) missing.add(id)
  if (missing.size > 0)
    for (const { id, hours } of await tx.execute<{ id: number; hours: Hours }>(
      sql`select id, hours from calendar_versions where id = any(${sql.param(`{${[...missing].join()}}`)}::bigint[])`,
    ))
      known.set(id, hours)
  return (id) => {
    if (id === null) return null
    const hours = known.get(id)
    if (!hours) throw new Error(`Calendar version ${id} is not there`)
    return hours
  }
}
