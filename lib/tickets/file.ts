import { and, eq, isNull, sql } from 'drizzle-orm'
import { messages, people, tickets } from '@/db/schema'
import { activeCategory } from '@/lib/categories/active'
import { Conflict, Missing } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { currentSettings } from '@/lib/settings/find'
import { promisesOnFiling } from '@/lib/sla/keep'
import { keptKeys } from '@/lib/tags/keep'
import { mostTags } from '@/lib/tags/tag'
import { activeTeam } from '@/lib/teams/active'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'
import { secondsUntilNextTicket, TicketLimit } from './limit'
import { makeRefid } from './refid'
import { named, putOnByKeys, tooManyTags } from './tag'
import type { Channel, Priority } from './ticket'

export interface NewTicket {
  readonly subject: string
  /** Markdown. */
  readonly description: string
  readonly priority?: Priority
  /** Slug of an active category. */
  readonly category?: string
  /** Uid of a team. */
  readonly team?: string
  /** Names. */
  readonly tags?: readonly string[]
  readonly channel: Channel
  readonly metadata?: Readonly<Record<string, unknown>>
  /** Made with the form; the same submission twice is one ticket. */
  readonly submission?: string
  readonly follows?: { readonly id: number }
}

/** Facts of a ticket just filed, or of the one that the same submission filed before. */
export interface Filed {
  readonly id: number
  readonly refid: string
}

/**
 * Files a ticket for a requester. Whoever files for themselves is held to the hourly limit, exactly, also when many
 * requests come at once. Throws TicketLimit, Refused (`category`, `team`, `tags`), Missing (no such requester), and Conflict
 * where the same submission asked something else.
 */
export const file = (actor: Viewer, requester: { readonly id: number }, ticket: NewTicket): Promise<Filed> =>
  inTransaction((tx) => fileWithin(tx, actor, requester, ticket))

export async function fileWithin(
  tx: Tx,
  actor: Viewer,
  requester: { readonly id: number },
  ticket: NewTicket,
) {
  const { now, organizationId } = await lockRequester(tx, requester.id)
  const earlier = await filedBy(tx, requester.id, ticket)
  if (earlier) return earlier
  const settings = await currentSettings(tx)
  if (actor.id === requester.id) {
    const wait = await secondsUntilNextTicket(requester.id, settings, tx)
    if (wait > 0) throw new TicketLimit(wait)
  }
  const team = ticket.team === undefined ? null : await activeTeam(tx, ticket.team)
  const category = ticket.category === undefined ? null : await activeCategory(tx, ticket.category)
  const tags = await tagsOf(tx, ticket)
  const asked = {
    priority: ticket.priority ?? settings.defaultPriority,
    channel: ticket.channel,
    teamId: team?.id ?? null,
    categoryId: category?.id ?? null,
    waitingSince: now,
  }
  const promises = await promisesOnFiling(
    tx,
    { ...asked, status: 'open', organizationId, tagIds: tags.keys, firstAnsweredAt: null, now },
    actor.id === requester.id ? 'customer' : 'agent',
  )
  const filed = await insertFiled(tx, {
    ...asked,
    ...promises.derived,
    requesterId: requester.id,
    subject: ticket.subject,
    createdAt: now,
    updatedAt: now,
    publicUpdatedAt: now,
    metadata: ticket.metadata ?? {},
    submission: ticket.submission ?? null,
    followsId: ticket.follows?.id ?? null,
  })
  const event = await record(tx, actor, 'ticket.created', { ticket: filed, audience: 'everyone' })
  if (team)
    await record(tx, actor, 'ticket.handed_over', {
      ticket: filed,
      audience: 'agents',
      change: { team: [null, team.name] },
      keys: { team: [null, team.id] },
    })
  if (tags.keys.length > 0) await tagFiled(tx, actor, filed, tags)
  const [message] = await tx
    .insert(messages)
    .values({
      ticketId: filed.id,
      authorId: requester.id,
      audience: 'everyone',
      channel: ticket.channel,
      body: ticket.description,
    })
    .returning({ id: messages.id })
  if (message) await record(tx, actor, 'message.received', { ticket: filed, message, audience: 'everyone' })
  await promises.keep(filed, { actor, event })
  return filed
}

interface Tags {
  readonly names: readonly string[]
  readonly keys: readonly number[]
}

async function tagsOf(tx: Tx, { tags = [] }: NewTicket): Promise<Tags> {
  const names = named(tags)
  if (names.length > mostTags) throw tooManyTags()
  return { names, keys: names.length > 0 ? await keptKeys(tx, names) : [] }
}

/** Tags, like the team, are for colleagues to know: an event of their own tells them. */
async function tagFiled(tx: Tx, actor: Viewer, filed: Filed, { names, keys }: Tags) {
  await putOnByKeys(tx, filed, keys)
  await record(tx, actor, 'ticket.tagged', {
    ticket: filed,
    audience: 'agents',
    change: { tags: [null, names.join(', ')] },
  })
}

/** One requester files one ticket at a time: the limit and the submission are decided without a race. */
async function lockRequester(tx: Tx, id: number) {
  const [requester] = await tx
    .select({
      now: sql<string>`moment()`.mapWith((at) => new Date(at)),
      organizationId: people.organizationId,
    })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.deactivatedAt)))
    .for('no key update')
  if (!requester) throw new Missing('There is no such requester')
  return requester
}

/** What the same submission filed before; not where its requester has gone on writing since. */
async function filedBy(tx: Tx, requesterId: number, { submission, subject, description }: NewTicket) {
  if (!submission) return
  const [earlier] = await tx
    .select({ id: tickets.id, refid: tickets.refid, subject: tickets.subject, message: messages.id })
    .from(tickets)
    .leftJoin(
      messages,
      and(
        eq(messages.ticketId, tickets.id),
        eq(messages.authorId, requesterId),
        eq(messages.body, description),
      ),
    )
    .where(and(eq(tickets.requesterId, requesterId), eq(tickets.submission, submission)))
    .limit(1)
  if (earlier && (earlier.subject !== subject || earlier.message === null))
    throw new Conflict(
      `The first version of this was filed already, as ${earlier.refid}. Your text is still here: copy what you need and add it there.`,
    )
  return earlier && { id: earlier.id, refid: earlier.refid }
}

/** A new open ticket. Nothing tells of it yet. */
export async function insertFiled(
  tx: Tx,
  values: Omit<typeof tickets.$inferInsert, 'refid' | 'status'>,
): Promise<Filed> {
  // A reference that is taken is never seen by anyone: another is tried.
  for (;;) {
    const [filed] = await tx
      .insert(tickets)
      .values({ ...values, status: 'open', refid: makeRefid() })
      .onConflictDoNothing({ target: tickets.refid })
      .returning({ id: tickets.id, refid: tickets.refid })
    if (filed) return filed
  }
}
