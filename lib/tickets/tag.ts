import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { moment, tags, tickets, ticketTags } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { mostTags, tagName } from '@/lib/tags/tag'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Actor, Agent, System } from '@/lib/viewer'
import { lock } from './lock'
import { refuseIfClosed } from './refuse-if-closed'

interface Tagging {
  /** Names; one that nobody has used yet is made. */
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
}

/**
 * Puts tags on a ticket and takes others off; what others change meanwhile stays. Throws Refused (`tags`) for what is no
 * tag and for more than a ticket bears.
 *
 * @returns the ticket's tags, by name
 */
export const tag = (agent: Agent | System, ticket: { readonly id: number }, tagging: Tagging) =>
  inTransaction((tx) => tagWithin(tx, agent, ticket, tagging))

async function tagWithin(
  tx: Tx,
  actor: Exclude<Actor, { role: 'customer' }>,
  ticket: { readonly id: number },
  { add = [], remove = [] }: Tagging,
) {
  const added = named(add)
  refuseIfClosed(await lock(tx, ticket))
  const before = await tagsOf(tx, ticket)
  const wanted = [...new Set([...before.filter((name) => !remove.includes(name)), ...added])].sort()
  if (wanted.join() === before.join()) return before
  if (wanted.length > mostTags && wanted.length > before.length) throw tooManyTags()
  await takeOff(tx, ticket, wanted)
  await putOn(tx, ticket, wanted)
  await tx.update(tickets).set({ updatedAt: moment }).where(eq(tickets.id, ticket.id))
  const event = await record(tx, actor, 'ticket.tagged', {
    ticket,
    audience: 'agents',
    change: { tags: [before.join(', ') || null, wanted.join(', ') || null] },
  })
  await keepPromises(tx, ticket, { kind: 'reconsidered', because: 'tags' }, { actor, event })
  return wanted
}

/** A tag by its key, for what a policy does by itself. */
export async function tagByKey(tx: Tx, actor: System, ticket: { readonly id: number }, key: number) {
  const [found] = await tx.select({ name: tags.name }).from(tags).where(eq(tags.id, key))
  if (found) await tagWithin(tx, actor, ticket, { add: [found.name] })
}

/** The tags that these names name, each once, in order. Throws Refused (`tags`). */
export function named(names: readonly string[]) {
  const tags = names.map((name) => {
    const read = tagName.safeParse(name)
    if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This is no tag', 'tags')
    return read.data
  })
  return [...new Set(tags)].sort()
}

const tagsOf = async (tx: Tx, { id }: { readonly id: number }) =>
  (
    await tx
      .select({ name: tags.name })
      .from(ticketTags)
      .innerJoin(tags, eq(tags.id, ticketTags.tagId))
      .where(eq(ticketTags.ticketId, id))
      .orderBy(asc(sql`${tags.name} collate "C"`))
  ).map(({ name }) => name)

const takeOff = (tx: Tx, { id }: { readonly id: number }, wanted: readonly string[]) =>
  tx.delete(ticketTags).where(
    and(
      eq(ticketTags.ticketId, id),
      sql`${ticketTags.tagId} not in ${tx
        .select({ id: tags.id })
        .from(tags)
        .where(inArray(tags.name, [...wanted]))}`,
    ),
  )

export const tooManyTags = () => new Refused(`A ticket bears at most ${mostTags} tags`, 'tags')

export async function putOn(tx: Tx, { id }: { readonly id: number }, wanted: readonly string[]) {
  if (wanted.length === 0) return
  await tx
    .insert(tags)
    .values(wanted.map((name) => ({ name })))
    .onConflictDoNothing()
  await tx.execute(sql`
    insert into ticket_tags (ticket_id, tag_id)
    select ${id}, g.id from tags g where g.name in ${[...wanted]} on conflict do nothing`)
}
