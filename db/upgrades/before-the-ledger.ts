import type { Sql } from 'postgres'

// Rows as the version before the SLA ledger wrote them: a ticket had `sla_due_at`, counted from its filing, and no more.

/** What was done to a ticket, and how many hours ago. */
export type Deed = readonly [
  deed:
    | 'answered'
    | 'noted'
    | 'wrote'
    | 'pending'
    | 'on_hold'
    | 'open'
    | 'resolved'
    | 'closed'
    | 'reopened'
    | 'urgent',
  hoursAgo: number,
]

export interface OldTicket {
  readonly subject: string
  /** Hours ago. */
  readonly filed: number
  readonly priority?: 'low' | 'medium' | 'high' | 'urgent'
  /** What was promised when it was filed, in hours. */
  readonly promised: number
  readonly deeds?: readonly Deed[]
}

/** The hours promised by the settings, as an admin had changed them. */
export const oldHours = { low: 100, medium: 20.5, high: 0.333, urgent: 0.0001 }

export interface OldCompany {
  readonly customerId: number
  readonly agentId: number
  readonly categoryId: number
}

/** An admin had changed what is promised. */
export const changeOldHours = (sql: Sql) => {
  const { low, medium, high, urgent } = oldHours
  const hours = {
    low: { slaHours: low },
    medium: { slaHours: medium },
    high: { slaHours: high },
    urgent: { slaHours: urgent },
  }
  return sql`insert into settings (key, value) values ('priorities', ${sql.json(hours)})`
}

export async function openOldCompany(sql: Sql): Promise<OldCompany> {
  await sql`insert into settings (key, value) values ('timeZone', '"Europe/Oslo"')`
  const [carla] = await sql<[{ id: number }]>`
    insert into people (email, name, role, time_zone) values ('carla@acme.test', 'Carla', 'customer', 'America/Lima') returning id::int`
  const [ana] = await sql<[{ id: number }]>`
    insert into people (email, name, role) values ('ana@acme.test', 'Ana', 'agent') returning id::int`
  const [hardware] = await sql<[{ id: number }]>`
    insert into categories (name, slug) values ('Hardware', 'hardware') returning id::int`
  return { customerId: carla.id, agentId: ana.id, categoryId: hardware.id }
}

/** A ticket with all its messages and events. */
export async function fileOld(sql: Sql, company: OldCompany, ticket: OldTicket): Promise<number> {
  const { subject, filed, priority = 'medium', promised, deeds = [] } = ticket
  const at = momentOf(filed)
  const dueAt = new Date(at.getTime() + promised * 3_600_000)
  const [{ id }] = await sql<[{ id: number }]>`
    insert into tickets (refid, requester_id, category_id, assignee_id, subject, status, priority, channel, created_at,
      updated_at, public_updated_at, waiting_since, sla_due_at)
    values (${`SUP-${String(++count).padStart(8, '0')}`}, ${company.customerId}, ${company.categoryId}, ${company.agentId},
      ${subject}, 'open', ${priority}, 'portal', ${at}, ${at}, ${at}, ${at}, ${dueAt})
    returning id::int`
  const told = teller(sql, company, id)
  await told.event('ticket.created', 'customer', at)
  await told.message('message.received', 'customer', at)
  let status = 'open'
  for (const [deed, hoursAgo] of deeds) status = await told.deed(deed, status, momentOf(hoursAgo))
  return id
}

let count = 0

const started = Date.now()
export const momentOf = (hoursAgo: number) => new Date(started - hoursAgo * 3_600_000)

type By = 'customer' | 'agent'

function teller(sql: Sql, company: OldCompany, id: number) {
  const idOf = (by: By) => (by === 'customer' ? company.customerId : company.agentId)

  const event = (kind: string, by: By, at: Date, change: Change = {}, audience = 'everyone') => sql`
    insert into events (kind, audience, actor_id, ticket_id, change, at)
    values (${kind}, ${audience}, ${idOf(by)}, ${id}, ${sql.json(change)}, ${at})`

  async function message(kind: string, by: By, at: Date, audience = 'everyone') {
    await sql`
      with written as (
        insert into messages (ticket_id, author_id, audience, channel, body, created_at)
        values (${id}, ${idOf(by)}, ${audience}, 'portal', ${`${kind} by ${by}`}, ${at}) returning id)
      insert into events (kind, audience, actor_id, ticket_id, message_id, at)
      select ${kind}, ${audience}, ${idOf(by)}, ${id}, id, ${at} from written`
    await sql`update tickets set updated_at = ${at} where id = ${id}`
    if (audience === 'everyone') await sql`update tickets set public_updated_at = ${at} where id = ${id}`
  }

  async function move(kind: string, from: string, to: string, at: Date) {
    await event(kind, 'agent', at, { status: [from, to] }, to === 'on_hold' ? 'agents' : 'everyone')
    await sql`
      update tickets set status = ${to}, updated_at = ${at}, public_updated_at = ${at},
        resolved_at = ${to === 'resolved' ? at : to === 'closed' ? sql`resolved_at` : null},
        solver_id = ${to === 'resolved' ? sql`assignee_id` : to === 'closed' ? sql`solver_id` : null},
        closed_at = ${to === 'closed' ? at : null}, closed_by_id = ${to === 'closed' ? company.agentId : null},
        waiting_since = ${to === 'resolved' ? null : sql`waiting_since`}
      where id = ${id}`
    return to
  }

  async function deed(deed: Deed[0], status: string, at: Date): Promise<string> {
    switch (deed) {
      case 'answered':
        await message('message.answered', 'agent', at)
        await sql`
          update tickets set waiting_since = null, first_answered_at = coalesce(first_answered_at, ${at}) where id = ${id}`
        return status
      case 'noted':
        await message('message.noted', 'agent', at, 'agents')
        return status
      case 'wrote':
        await message('message.received', 'customer', at)
        await sql`update tickets set waiting_since = coalesce(waiting_since, ${at}) where id = ${id}`
        return status === 'open' ? status : move('ticket.status', status, 'open', at)
      case 'urgent':
        await event('ticket.prioritized', 'agent', at, { priority: ['medium', 'urgent'] }, 'agents')
        await sql`
          update tickets set priority = 'urgent', updated_at = ${at},
            sla_due_at = created_at + ${oldHours.urgent} * interval '1 hour' where id = ${id}`
        return status
      case 'resolved':
      case 'closed':
      case 'reopened':
        return move(`ticket.${deed}`, status, deed === 'reopened' ? 'open' : deed, at)
      default:
        return move('ticket.status', status, deed, at)
    }
  }

  return { event, message, deed }
}

type Change = Readonly<Record<string, readonly [string, string]>>
