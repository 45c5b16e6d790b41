import { eq } from 'drizzle-orm'
import { categories } from '@/db/schema'
import { activeCategory } from '@/lib/categories/active'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Ticket } from './ticket'

type Categorized = Pick<Ticket, 'id' | 'status' | 'categoryId'>

/** Moves a ticket to another active category, by its slug, or to none. */
export const categorize = (agent: Agent, ticket: Categorized, slug: string | null) =>
  inTransaction((tx) => categorizeWithin(tx, agent, ticket, slug))

export async function categorizeWithin(tx: Tx, agent: Agent, ticket: Categorized, slug: string | null) {
  refuseIfClosed(ticket)
  const to = slug === null ? null : await activeCategory(tx, slug)
  if (ticket.categoryId === (to?.id ?? null)) return
  const before = ticket.categoryId && (await nameOf(tx, ticket.categoryId))
  await change(tx, ticket, { categoryId: ticket.categoryId }, 'everyone', { categoryId: to?.id ?? null })
  const event = await record(tx, agent, 'ticket.categorized', {
    ticket,
    audience: 'agents',
    change: { category: [before, to?.name ?? null] },
  })
  await keepPromises(tx, ticket, { kind: 'reconsidered', because: 'category' }, { actor: agent, event })
}

const nameOf = async (tx: Tx, id: number) =>
  (await tx.select({ name: categories.name }).from(categories).where(eq(categories.id, id)))[0]?.name ?? null
