import { and, eq, gte, sql } from 'drizzle-orm'
import { messages, tickets } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { linkWithin } from '@/lib/links/link-tickets'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { insertFiled } from './file'
import { wroteOn } from './merge'

interface Split {
  readonly subject: string
  /** Uid of the first message that moves. */
  readonly message: string
  /** Whether all that was written after it moves, too. */
  readonly andAfter: boolean
}

/**
 * Makes a ticket of its own of one message, or of all from one on, for the same customer; the two are linked. Each message
 * stays what it is: a note goes along as a note. Throws Refused (`message`): one that is not there any more, all messages,
 * notes alone.
 */
export const split = (agent: Agent, ticket: { readonly id: number }, { subject, message, andAfter }: Split) =>
  inTransaction(async (tx) => {
    const source = await lockSource(tx, ticket.id)
    const moving = await movingFrom(tx, source.id, message, andAfter)
    const filed = await insertFiled(tx, {
      subject,
      requesterId: source.requesterId,
      priority: source.priority,
      categoryId: source.categoryId,
      teamId: source.teamId,
      channel: moving.channel,
    })
    const created = await record(tx, agent, 'ticket.created', {
      ticket: filed,
      audience: 'everyone',
      change: { from: [null, source.refid] },
    })
    const told = await record(tx, agent, 'ticket.split', {
      ticket: source,
      audience: 'everyone',
      change: { into: [null, filed.refid] },
    })
    await tx
      .update(messages)
      .set({
        ticketId: filed.id,
        originId: sql`coalesce(${messages.originId}, ${messages.ticketId})`,
      })
      .where(moving.which)
    await linkWithin(tx, agent, source, 'related', filed)
    await wroteOn(tx, filed)
    await wroteOn(tx, source)
    await keepPromises(tx, filed, { kind: 'filed', by: 'agent' }, { actor: agent, event: created })
    await keepPromises(tx, filed, { kind: 'regrouped' }, { actor: agent, event: created })
    await keepPromises(tx, source, { kind: 'regrouped' }, { actor: agent, event: told })
    return filed
  })

async function lockSource(tx: Tx, id: number) {
  const [source] = await tx
    .select({
      id: tickets.id,
      refid: tickets.refid,
      requesterId: tickets.requesterId,
      priority: tickets.priority,
      categoryId: tickets.categoryId,
      // Nothing is given to a team that is retired.
      teamId: sql<
        number | null
      >`(select g.id from teams g where g.id = ${tickets.teamId} and g.retired_at is null)`,
      spamAt: tickets.spamAt,
    })
    .from(tickets)
    .where(eq(tickets.id, id))
    .for('no key update')
  if (!source) throw new Refused('This ticket is not there any more')
  if (source.spamAt) throw new Refused('This ticket is spam')
  return source
}

/** The messages that move, and how the first of them for the customer came. */
async function movingFrom(tx: Tx, ticketId: number, uid: string, andAfter: boolean) {
  const all = await tx
    .select({ id: messages.id, uid: messages.uid, audience: messages.audience, channel: messages.channel })
    .from(messages)
    .where(eq(messages.ticketId, ticketId))
    .orderBy(messages.id)
  const place = all.findIndex((one) => one.uid === uid)
  const first = all[place]
  if (!first) throw new Refused('This message is not on this ticket any more', 'message')
  const moving = andAfter ? all.slice(place) : [first]
  if (moving.length === all.length) throw new Refused('A ticket keeps at least one message', 'message')
  const seen = moving.find(({ audience }) => audience === 'everyone')
  if (!seen) throw new Refused('Notes alone make no ticket: choose what the customer can read', 'message')
  if (!all.some((one) => one.audience === 'everyone' && !moving.includes(one)))
    throw new Refused('A ticket keeps at least one message that the customer can read', 'message')
  const own = eq(messages.ticketId, ticketId)
  return {
    channel: seen.channel,
    which: and(own, andAfter ? gte(messages.id, first.id) : eq(messages.id, first.id)),
  }
}
