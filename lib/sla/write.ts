import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'
import type { Entry } from './clock'
import { derivedFrom } from './derived'
import type { HeldClock } from './load'

/** What one ticket's ledger gains, and how its clocks stand then. */
export interface Page {
  readonly ticketId: number
  readonly clocks: readonly HeldClock[]
  /** Those of them that are not as they were. */
  readonly changed: readonly HeldClock[]
  readonly entries: readonly (Entry & {
    readonly actorId: number | null
    readonly eventId: number | null
  })[]
}

/**
 * Writes ledgers, clocks and what tickets say of them, of one ticket or of many, in one statement; a ticket whose deadline
 * stays is not written.
 */
export async function write(tx: Tx, pages: readonly Page[]) {
  if (pages.length === 0) return
  const tickets = pages.map(({ ticketId, clocks }) => ({ ticketId, ...derivedFrom(clocks) }))
  await tx.execute(sql`
    with clock as (${clocksOf(pages)}), entry as (${entriesOf(pages)})
    update tickets set sla_due_at = "slaDueAt", sla_target = "slaTarget", sla_started_at = "slaStartedAt",
      sla_risk_at = "slaRiskAt", sla_paused_at = "slaPausedAt"
    from (select * from jsonb_to_recordset(${JSON.stringify(tickets)}::text::jsonb) as one("ticketId" bigint,
        "slaDueAt" timestamptz, "slaTarget" sla_target, "slaStartedAt" timestamptz, "slaRiskAt" timestamptz,
        "slaPausedAt" timestamptz)
      -- Or else the planner takes JSON for a hundred rows, and reads all tickets where there are few thousand.
      limit (select ${tickets.length}::integer)) one
    where id = "ticketId"
      and (sla_due_at, sla_target, sla_started_at, sla_risk_at, sla_paused_at)
        is distinct from ("slaDueAt", one."slaTarget", "slaStartedAt", "slaRiskAt", "slaPausedAt")`)
}

/**
 * As `write`, for the statement that changes the ticket's row and writes the event that the page comes from:
 * `tx.with(...books)`, and what it sets.
 */
export const writing = (tx: Tx, page: Page, event: SQL) => ({
  books: [tx.$with('clock', {}).as(clocksOf([page])), tx.$with('entry', {}).as(entriesOf([page], event))],
  derived: derivedFrom(page.clocks),
})

/** All of it goes as JSON, of which the planner knows as little each time: so it plans once. */
function clocksOf(pages: readonly Page[]) {
  const clocks = pages.flatMap(({ ticketId, changed }) => changed.map((clock) => ({ ticketId, ...clock })))
  return sql`
    insert into sla_clocks (ticket_id, target, instance, policy_id, calendar_version_id, seconds, pausing, started_at,
      pauses, due_at, risk_at, warned_at, breached_at, taken, ended_at, outcome, next_at)
    select "ticketId", target, instance, "policyId", "calendarVersionId", seconds, pausing, "startedAt",
      pauses, "dueAt", "riskAt", "warnedAt", "breachedAt", taken, "endedAt", outcome, "nextAt"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::text::jsonb) as one("ticketId" bigint, target sla_target,
      instance integer, "policyId" bigint, "calendarVersionId" bigint, seconds integer, pausing status[],
      "startedAt" timestamptz, pauses jsonb, "dueAt" timestamptz, "riskAt" timestamptz, "warnedAt" timestamptz,
      "breachedAt" timestamptz, taken text[], "endedAt" timestamptz, outcome sla_outcome, "nextAt" timestamptz)
    on conflict (ticket_id, target, instance) do update set
      policy_id = excluded.policy_id, calendar_version_id = excluded.calendar_version_id, seconds = excluded.seconds,
      pausing = excluded.pausing, started_at = excluded.started_at, pauses = excluded.pauses, due_at = excluded.due_at,
      risk_at = excluded.risk_at, warned_at = excluded.warned_at, breached_at = excluded.breached_at,
      taken = excluded.taken, ended_at = excluded.ended_at, outcome = excluded.outcome, next_at = excluded.next_at`
}

function entriesOf(pages: readonly Page[], event = sql`null`) {
  const entries = pages.flatMap(({ ticketId, entries }) =>
    entries.map(({ terms, ...entry }) => ({ ticketId, ...entry, ...terms })),
  )
  return sql`
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason, actor_id, event_id, policy_id,
      calendar_version_id, seconds, pausing, due_at)
    select "ticketId", target, instance, kind, at, reason, "actorId", coalesce("eventId", ${event}), "policyId",
      "calendarVersionId", seconds, pausing, "dueAt"
    from rows from (jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as ("ticketId" bigint, target sla_target,
      instance integer, kind text, at timestamptz, reason text, "actorId" bigint, "eventId" bigint, "policyId" bigint,
      "calendarVersionId" bigint, seconds integer, pausing status[], "dueAt" timestamptz)) with ordinality
    order by ordinality`
}
