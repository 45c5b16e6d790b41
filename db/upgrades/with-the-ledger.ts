import type { Sql } from 'postgres'
import { momentOf, type OldCompany } from './before-the-ledger'

// Rows as the first version with the SLA ledger wrote them, before there were organizations, teams and tags.

const hour = 3600
/** In which everything counts: so that the moments below can be read. */
const alwaysOpen = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
)
const hardware = { first_response: hour, next_response: 2 * hour, resolution: 8 * hour }

export interface OldPolicies {
  readonly everyone: OldTerms
  readonly hardware: OldTerms
}

interface OldTerms {
  readonly policyId: number
  readonly calendarVersionId: number | null
}

/** The policy that the migration made, one for a category with an escalation, and one that was retired. */
export async function openOldPolicies(sql: Sql, { agentId, categoryId }: OldCompany): Promise<OldPolicies> {
  const [calendar] = await sql<
    [{ id: number }]
  >`insert into calendars (name) values ('Always') returning id::int`
  const [version] = await sql<[{ id: number }]>`
    insert into calendar_versions (calendar_id, number, hours)
    values (${calendar.id}, 1, ${sql.json({ timeZone: 'UTC', weekly: alwaysOpen, days: [] })}) returning id::int`
  const steps = [
    {
      key: 'late_answer',
      target: 'next_response',
      when: { minutes: 0 },
      actions: [{ do: 'notify', people: [agentId] }],
    },
  ]
  const targets = { low: hardware, medium: hardware, high: hardware, urgent: hardware }
  const [own] = await sql<[{ id: number }]>`
    insert into sla_policies (name, position, conditions, targets, calendar_id, steps)
    values ('Hardware', 1, ${sql.json({ categories: [categoryId], channels: ['portal'] })}, ${sql.json(targets)},
      ${calendar.id}, ${sql.json(steps)}) returning id::int`
  await sql`
    insert into sla_policies (name, position, conditions, targets, retired_at)
    values ('Summer', 2, ${sql.json({ priorities: ['low'] })}, ${sql.json(targets)}, now())`
  const [everyone] = await sql<[{ id: number }]>`select id::int from sla_policies where fallback`
  return {
    everyone: { policyId: everyone.id, calendarVersionId: null },
    hardware: { policyId: own.id, calendarVersionId: version.id },
  }
}

/** One clock with its ledger. All moments are hours ago. */
export interface OldClock {
  readonly target: 'first_response' | 'next_response' | 'resolution'
  readonly seconds: number
  readonly startedAt: number
  readonly pausedAt?: number
  readonly dueAt?: number
  readonly riskAt?: number
  readonly warnedAt?: number
  readonly breachedAt?: number
  readonly taken?: readonly string[]
  readonly endedAt?: number
  readonly nextAt?: number
  readonly ledger: readonly (readonly [kind: string, hoursAgo: number, reason: string, seconds?: number])[]
}

/** Writes the clocks of a ticket, and what its row says of them: of `next`, the one that is due first. */
export async function keepOld(
  sql: Sql,
  ticketId: number,
  terms: OldTerms,
  { clocks, next }: { readonly clocks: readonly OldClock[]; readonly next: OldClock | undefined },
) {
  const moment = (hoursAgo: number | undefined) => (hoursAgo === undefined ? null : momentOf(hoursAgo))
  for (const clock of clocks) {
    const { target, seconds, startedAt, pausedAt, taken = [], ledger } = clock
    const pausing = target === 'resolution' ? ['pending'] : []
    const pauses = pausedAt === undefined ? [] : [{ from: momentOf(pausedAt), to: null }]
    await sql`
      insert into sla_clocks (ticket_id, target, instance, policy_id, calendar_version_id, seconds, pausing, started_at, pauses,
        due_at, risk_at, warned_at, breached_at, taken, ended_at, outcome, next_at)
      values (${ticketId}, ${target}, 1, ${terms.policyId}, ${terms.calendarVersionId}, ${seconds}, ${pausing}::text[]::status[],
        ${momentOf(startedAt)}, ${sql.json(pauses)}, ${moment(clock.dueAt)}, ${moment(clock.riskAt)},
        ${moment(clock.warnedAt)}, ${moment(clock.breachedAt)}, ${[...taken]}, ${moment(clock.endedAt)},
        ${clock.endedAt === undefined ? null : 'met'}, ${moment(clock.nextAt)})`
    for (const [kind, at, reason, given] of ledger) {
      const held = given !== undefined
      await sql`
        insert into sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, calendar_version_id, seconds, pausing)
        values (${ticketId}, ${target}, 1, ${kind}, ${momentOf(at)}, ${reason}, ${held ? terms.policyId : null},
          ${held ? terms.calendarVersionId : null}, ${given ?? null}, ${held ? pausing : null}::text[]::status[])`
    }
  }
  await sql`
    update tickets set sla_due_at = ${moment(next?.dueAt)}, sla_target = ${next?.target ?? null},
      sla_started_at = ${moment(next?.startedAt)}, sla_risk_at = ${moment(next?.riskAt)},
      sla_paused_at = ${next ? null : moment(clocks.find(({ pausedAt }) => pausedAt !== undefined)?.pausedAt)}
    where id = ${ticketId}`
}

/** What the worker did when a step came: its event, who was told, and the line of the ledger. */
export async function escalateOld(
  sql: Sql,
  company: OldCompany,
  ticketId: number,
  key: string,
  hoursAgo: number,
) {
  await sql`
    with told as (
      insert into events (kind, audience, ticket_id, change, at)
      values (${`sla.${key}`}, 'agents', ${ticketId}, '{"target": [null, "next_response"]}', ${momentOf(hoursAgo)}) returning id
    ), notified as (
      insert into notifications (person_id, event_id) select ${company.agentId}, id from told
    )
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason, event_id)
    select ${ticketId}, 'next_response', 1, 'escalated', ${momentOf(hoursAgo)}, ${key}, id from told`
}
