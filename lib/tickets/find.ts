import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { categories, organizations, people, ratings, teams, tickets } from '@/db/schema'
import { draftsFrom, type StoredDraft, storedDrafts } from '@/lib/drafts/find'
import { Missing, Refused } from '@/lib/errors'
import { storedLinks } from '@/lib/links/find'
import { storedPreferences } from '@/lib/preferences/find'
import { withDefaults as preferencesFrom } from '@/lib/preferences/preferences'
import { storedWaiting, type WaitingReply, waitingFrom } from '@/lib/sending/find'
import { withDefaults } from '@/lib/settings/settings'
import { type StoredSla, slaFrom, storedSla } from '@/lib/sla/ledger'
import { tagOrder } from '@/lib/tags/order'
import type { Agent } from '@/lib/viewer'
import { type OtherTickets, storedOthers } from './of-requester'

const assignees = alias(people, 'assignee')

const columns = {
  id: tickets.id,
  refid: tickets.refid,
  subject: tickets.subject,
  status: tickets.status,
  priority: tickets.priority,
  channel: tickets.channel,
  requesterId: tickets.requesterId,
  assigneeId: tickets.assigneeId,
  teamId: tickets.teamId,
  categoryId: tickets.categoryId,
  metadata: tickets.metadata,
  createdAt: tickets.createdAt,
  updatedAt: tickets.updatedAt,
  waitingSince: tickets.waitingSince,
  firstAnsweredAt: tickets.firstAnsweredAt,
  resolvedAt: tickets.resolvedAt,
  closedAt: tickets.closedAt,
  slaDueAt: tickets.slaDueAt,
}

export type TicketForAgent = Awaited<ReturnType<typeof ticketFor>>

/** A ticket with the names around it. Agents see every ticket. Throws Missing. */
export const ticketFor = async (agent: Agent, refid: string) => (await read(agent, refid)).ticket

/** The ticket that somebody typed into a field: what is none is said there. Throws Refused. */
export const ticketTyped = (agent: Agent, refid: string, field: string) =>
  ticketFor(agent, refid).catch((error: unknown) => {
    throw error instanceof Missing ? new Refused(`There is no ticket ${refid}`, field) : error
  })

/**
 * A ticket as it lies open before an agent, in one statement: with all that was promised on it, what they have begun to
 * write, the replies that wait to be sent, what else its requester asked, how the agent likes to work, and what it can be
 * given to. Throws Missing.
 */
export async function openedTicket(agent: Agent, refid: string) {
  const ticketId = sql`${tickets.id}`
  const { ticket, beside } = await read(agent, refid, {
    sla: storedSla(ticketId),
    drafts: storedDrafts(agent, ticketId),
    waiting: storedWaiting(agent, ticketId),
    others: storedOthers(ticketId, sql`${tickets.requesterId}`),
    preferences: storedPreferences(agent),
    choices: storedChoices,
  })
  return {
    ticket,
    sla: await slaFrom(beside.sla),
    drafts: draftsFrom(beside.drafts),
    waiting: waitingFrom(beside.waiting),
    others: beside.others,
    preferences: preferencesFrom(beside.preferences),
    choices: choicesFrom(beside.choices),
  }
}

const nothingBeside = {
  sla: sql<StoredSla>`'[]'::json`,
  drafts: sql<readonly StoredDraft[]>`'[]'::json`,
  waiting: sql<readonly WaitingReply[]>`'[]'::json`,
  others: sql<OtherTickets>`null::json`,
  preferences: sql<Readonly<Record<string, unknown>> | null>`null::jsonb`,
  choices: sql<StoredChoices | undefined>`null::json`,
}

async function read(agent: Agent, refid: string, beside = nothingBeside) {
  const [row] = await db
    .select({
      ...columns,
      requester: { uid: people.uid, name: people.name, email: people.email, timeZone: people.timeZone },
      assignee: { name: assignees.name, email: assignees.email },
      /** Of the requester. */
      organization: { name: organizations.name, notes: organizations.notes },
      team: { name: teams.name, uid: teams.uid },
      tags: sql<readonly string[]>`(
        select coalesce(json_agg(g.name), '[]')
        from ticket_tags b join tags g on g.id = b.tag_id where b.ticket_id = ${tickets.id})`,
      category: { name: categories.name, slug: categories.slug },
      rating: { score: ratings.score, comment: ratings.comment },
      follows: sql<string | null>`(select f.refid from tickets f where f.id = ${tickets.followsId})`,
      /** Null: it is held for none. */
      spam: sql<{ readonly by: string; readonly at: string } | null>`(
        select json_build_object('by', s.name, 'at', ${tickets.spamAt}) from people s where s.id = ${tickets.spamById})`,
      /** Where its messages went. */
      mergedInto: sql<string | null>`(select g.refid from tickets g where g.id = ${tickets.mergedIntoId})`,
      /** The tickets whose messages came here. */
      mergedFrom: sql<readonly string[]>`(
        select coalesce(json_agg(g.refid order by g.id), '[]') from tickets g where g.merged_into_id = ${tickets.id})`,
      /** Whether the one who asks is among them. */
      following: sql<boolean>`exists (
        select from ticket_followers f where f.ticket_id = ${tickets.id} and f.person_id = ${agent.id})`,
      /** Names of active colleagues. */
      followers: sql<readonly string[]>`(
        select coalesce(json_agg(w.name order by w.name), '[]') from ticket_followers f join people w on w.id = f.person_id
        where f.ticket_id = ${tickets.id} and w.deactivated_at is null and w.role <> 'customer')`,
      links: storedLinks(sql`${tickets.id}`),
      beside,
    })
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(ratings, eq(ratings.ticketId, tickets.id))
    .where(eq(tickets.refid, refid))
  if (!row) throw new Missing()
  const { beside: found, ...ticket } = row
  return { ticket: { ...ticket, tags: ticket.tags.toSorted(tagOrder) }, beside: found }
}

export interface Choices {
  readonly agents: readonly { readonly name: string; readonly email: string; readonly away?: boolean }[]
  readonly teams: readonly { readonly name: string; readonly uid: string }[]
  readonly categories: readonly { readonly name: string; readonly slug: string }[]
  readonly workspace: string
}

/** What a ticket can be given to (active agents, teams, active categories) and the workspace's name. */
export async function ticketChoices(_agent: Agent): Promise<Choices> {
  const [row] = await db.execute<{ choices: StoredChoices }>(sql`select ${storedChoices} as choices`)
  return choicesFrom(row?.choices)
}

type StoredChoices = Omit<Choices, 'workspace'> & { readonly workspace: unknown }

const storedChoices = sql<StoredChoices | undefined>`json_build_object(
  'agents', (select coalesce(json_agg(json_build_object('name', name, 'email', email, 'away', away_since is not null)
    order by name), '[]')
    from people where role <> 'customer' and deactivated_at is null),
  'teams', (select coalesce(json_agg(json_build_object('name', name, 'uid', uid) order by name), '[]')
    from teams where retired_at is null),
  'categories', (select coalesce(json_agg(json_build_object('name', name, 'slug', slug) order by display_order, name), '[]')
    from categories where active),
  'workspace', (select value from settings where key = 'workspaceName'))`

const choicesFrom = (stored: StoredChoices | undefined): Choices => ({
  agents: stored?.agents ?? [],
  teams: stored?.teams ?? [],
  categories: stored?.categories ?? [],
  workspace: withDefaults([{ key: 'workspaceName', value: stored?.workspace }]).workspaceName,
})
