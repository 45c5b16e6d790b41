import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { tags, ticketTags } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { isPutOn } from '@/lib/sla/policies/retag'
import { keptKeys } from '@/lib/tags/keep'
import { readTag } from '@/lib/tags/read'
import { mostTags } from '@/lib/tags/tag'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Actor, Agent, System } from '@/lib/viewer'
import { changePromised } from './change-promised'
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
 * @returns the ticket's tags before and now, by name
 */
export const tag = (agent: Agent | System, ticket: { readonly id: number }, tagging: Tagging) =>
  inTransaction((tx) => tagWithin(tx, agent, ticket, tagging))

export async function tagWithin(
  tx: Tx,
  actor: Exclude<Actor, { role: 'customer' }>,
  ticket: { readonly id: number },
  { add = [], remove = [] }: Tagging,
) {
  const added = named(add)
  refuseIfClosed(await lock(tx, ticket))
  const before = await tagsOf(tx, ticket)
  const wanted = [...new Set([...before.filter((name) => !remove.includes(name)), ...added])].sort()
  if (wanted.join() === before.join()) return { before, now: before }
  if (wanted.length > mostTags && wanted.length > before.length) throw tooManyTags()
  await takeOff(tx, ticket, remove)
  await putOn(tx, ticket, added)
  await changePromised(tx, actor, ticket, {
    changes: {},
    audience: 'agents',
    event: {
      kind: 'ticket.tagged',
      audience: 'agents',
      change: { tags: [before.join(', ') || null, wanted.join(', ') || null] },
    },
    happening: { kind: 'reconsidered', because: 'tags' },
  })
  return { before, now: wanted }
}

/**
 * A tag by its key, for what a policy does by itself. Throws Conflict where it has been merged into another since the policy
 * was read; one that was deleted is nothing to put on.
 */
export async function tagByKey(tx: Tx, actor: System, ticket: { readonly id: number }, key: number) {
  const [found] = await tx.select({ name: tags.name }).from(tags).where(eq(tags.id, key))
  if (found) await tagWithin(tx, actor, ticket, { add: [found.name] })
  else if (!(await isPutOn(tx, key))) throw new Conflict('The tag of this step has just been merged')
}

/** The tags that these names name, each once, in order. Throws Refused (`tags`). */
export const named = (names: readonly string[]) =>
  [...new Set(names.map((name) => readTag(name, 'tags')))].sort()

/** What a ticket bears, by name: neither renamed nor merged until the transaction ends. */
async function tagsOf(tx: Tx, ticket: { readonly id: number }) {
  await borneBy(tx, ticket).for('key share', { of: tags })
  // Read once held: in the place of a tag that was merged while we waited, the ticket bears the other now.
  return (await borneBy(tx, ticket)).map(({ name }) => name)
}

const borneBy = (tx: Tx, { id }: { readonly id: number }) =>
  tx
    .select({ name: tags.name })
    .from(ticketTags)
    .innerJoin(tags, eq(tags.id, ticketTags.tagId))
    .where(eq(ticketTags.ticketId, id))
    .orderBy(asc(sql`${tags.name} collate "C"`))

const takeOff = (tx: Tx, { id }: { readonly id: number }, names: readonly string[]) =>
  tx.delete(ticketTags).where(
    and(
      eq(ticketTags.ticketId, id),
      inArray(
        ticketTags.tagId,
        tx
          .select({ id: tags.id })
          .from(tags)
          .where(inArray(tags.name, [...names])),
      ),
    ),
  )

export const tooManyTags = () => new Refused(`A ticket bears at most ${mostTags} tags`, 'tags')

async function putOn(tx: Tx, ticket: { readonly id: number }, names: readonly string[]) {
  if (names.length > 0) await putOnByKeys(tx, ticket, await keptKeys(tx, names))
}

/** Tags that the transaction keeps from going. */
export const putOnByKeys = (tx: Tx, { id }: { readonly id: number }, keys: readonly number[]) =>
  tx
    .insert(ticketTags)
    .values(keys.map((tagId) => ({ ticketId: id, tagId })))
    .onConflictDoNothing()
