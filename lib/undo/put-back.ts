import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { categories, events, people, tags } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { lastEventId } from '@/lib/events/last'
import { withdraw } from '@/lib/notifications/withdraw'
import { stillAgent } from '@/lib/people/still-agent'
import { keepPromises } from '@/lib/sla/keep'
import { lateBy } from '@/lib/sla/late-by'
import { changeAssignee } from '@/lib/tickets/assign'
import { categorizeWithin } from '@/lib/tickets/categorize'
import { handOverByKey, handOverWithin } from '@/lib/tickets/hand-over'
import { prioritizeWithin } from '@/lib/tickets/prioritize'
import { tagWithin } from '@/lib/tickets/tag'
import { takeBackClosing } from '@/lib/tickets/take-back-closing'
import { takeBackReopening } from '@/lib/tickets/take-back-reopening'
import { takeBackResolution } from '@/lib/tickets/take-back-resolution'
import { isLive, type Status } from '@/lib/tickets/ticket'
import { transition } from '@/lib/tickets/transition'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type Before, type Standing, standing } from './standing'

type Held = Awaited<ReturnType<typeof standing>>

interface Made {
  /** Of what was changed, how it was. */
  readonly before: Before
  /** The last event of the ticket once it was changed. */
  readonly eventId: number
}

/**
 * Puts a ticket, which the transaction holds, back to how it was before a change: by the verbs of a single ticket, so that its
 * history and its promises tell it. Throws Refused where somebody has changed the same since, and for what can no longer be
 * given.
 */
export async function putBack(tx: Tx, agent: Agent, ticket: Held, { before, eventId }: Made) {
  await refuseIfChangedSince(tx, ticket, before, eventId)
  if (before.status && !isLive({ status: before.status })) await refuseIfWrittenSince(tx, ticket, eventId)
  // A closed ticket is not changed: it is opened first, or closed last.
  if (ticket.status === 'closed') await moveBack(tx, agent, ticket, before.status)
  const present = {
    ...ticket,
    status: ticket.status === 'closed' ? (before.status ?? ticket.status) : ticket.status,
  }
  if (before.priority) await prioritizeWithin(tx, agent, present, before.priority)
  if (before.categoryId !== undefined)
    await categorizeWithin(tx, agent, present, await slugOf(tx, before.categoryId))
  if (before.tagIds) await retag(tx, agent, present, before.tagIds)
  await giveBack(tx, agent, present, before)
  if (ticket.status !== 'closed') await moveBack(tx, agent, ticket, before.status)
  await forgiveLateness(tx, agent, ticket, eventId)
}

/** What the change made late at once, by promising less time from the same start, is not late for that. */
async function forgiveLateness(tx: Tx, agent: Agent, { id }: Held, eventId: number) {
  const late = await lateBy(tx, { id }, eventId)
  if (late.length === 0) return
  const last = await lastEventId(tx, { id })
  if (last)
    await keepPromises(tx, { id }, { kind: 'taken_back', late }, { actor: agent, event: { id: last } })
}

/** That an event tells of a change of one of the same fields. */
export function tells(before: Before) {
  const words = inWords(before).map(([word]) => word)
  return sql`${events.change} ?| ${sql.param(`{${words.join()}}`)}::text[]`
}

/** Of these fields those of which the events tell a change. */
export const toldIn = (made: readonly { readonly change: Change }[], before: Before): Before =>
  Object.fromEntries(
    Object.entries(before).filter(([field]) =>
      made.some(({ change }) => told[field as keyof Standing] in change),
    ),
  )

/** Each field as events call it, with how it was. */
export function inWords(before: Before): readonly (readonly [word: string, was: unknown])[] {
  const fields = new Map<string, unknown>(Object.entries(before))
  return Object.entries(told).flatMap(([field, word]) =>
    fields.has(field) ? [[word, fields.get(field)] as const] : [],
  )
}

/** By its fields in the words of events. */
const told = {
  status: 'status',
  priority: 'priority',
  assigneeId: 'assignee',
  teamId: 'team',
  categoryId: 'category',
  tagIds: 'tags',
} as const satisfies Record<keyof Standing, string>

async function refuseIfChangedSince(tx: Tx, { id }: Held, before: Before, eventId: number) {
  const [since] = await tx
    .select({ actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(events.ticketId, id), gt(events.id, eventId), tells(before)))
    .orderBy(asc(events.id))
    .limit(1)
  if (since) throw new Refused(`${since.actor ?? 'Deskwell'} has changed it since`)
}

async function moveBack(tx: Tx, agent: Agent, ticket: Held, to: Status | undefined) {
  if (!to || ticket.status === to) return
  if (to === 'resolved' || to === 'closed') {
    if (isLive(ticket)) return takeBackReopening(tx, agent, ticket, to)
    return ticket.status === 'closed' ? takeBackClosing(tx, agent, ticket) : transition(tx, agent, ticket, to)
  }
  return isLive(ticket) ? transition(tx, agent, ticket, to) : takeBackResolution(tx, agent, ticket, to)
}

/** A ticket that was opened again is not over again above what its customer has written meanwhile. */
async function refuseIfWrittenSince(tx: Tx, { id }: Held, eventId: number) {
  const written = await tx.$count(
    events,
    and(eq(events.ticketId, id), gt(events.id, eventId), eq(events.kind, 'message.received')),
  )
  if (written > 0) throw new Refused('Its customer has written since')
}

/**
 * First whom it belonged to, so that a team to which it returns has no reason to give it to somebody. Where it returns to a team
 * that they are not of, or that gives what nobody has, it is theirs again, or nobody's, afterwards.
 */
async function giveBack(tx: Tx, agent: Agent, ticket: Held, { assigneeId, teamId }: Before) {
  if (assigneeId && !(await stillAgent(tx, assigneeId)))
    throw new Refused('Whoever had it is not an agent any more')
  // Whoever has it now, where only its team was another.
  const owner = assigneeId === undefined ? ticket.assigneeId : assigneeId
  const assignBack = async (present: Held) => {
    if (present.assigneeId === owner) return
    await changeAssignee(tx, agent, present, owner === null ? null : { id: owner })
    if (present.assigneeId !== null)
      await withdraw(tx, { personId: present.assigneeId, ticketId: present.id })
  }
  await assignBack(ticket)
  if (teamId === undefined) return
  const present = { ...ticket, assigneeId: owner }
  if (teamId === null) await handOverWithin(tx, agent, present, null)
  else await handOverByKey(tx, agent, present, teamId)
  await assignBack(await standing(tx, ticket.id))
}

async function slugOf(tx: Tx, id: number | null) {
  if (id === null) return null
  const [category] = await tx.select({ slug: categories.slug }).from(categories).where(eq(categories.id, id))
  if (!category) throw new Refused('Its category is not there any more')
  return category.slug
}

async function retag(tx: Tx, agent: Agent, ticket: Held, before: readonly number[]) {
  const added = ticket.tagIds.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !ticket.tagIds.includes(id))
  const names = new Map(
    (
      await tx
        .select({ id: tags.id, name: tags.name })
        .from(tags)
        .where(inArray(tags.id, [...added, ...removed]))
    ).map(({ id, name }) => [id, name]),
  )
  const named = (ids: readonly number[]) =>
    ids.map((id) => {
      const name = names.get(id)
      if (!name) throw new Refused('A tag that it had was merged or deleted since')
      return name
    })
  await tagWithin(tx, agent, ticket, { add: named(removed), remove: named(added) })
}
