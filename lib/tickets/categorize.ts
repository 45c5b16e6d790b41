import { eq } from 'drizzle-orm'
import { categories } from '@/db/schema'
import { activeCategory } from '@/lib/categories/active'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { changePromised } from './change-promised'
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
  await changePromised(tx, agent, ticket, {
    seen: { categoryId: ticket.categoryId },
    changes: { categoryId: to?.id ?? null },
    audience: 'everyone',
    event: {
      kind: 'ticket.categorized',
      audience: 'agents',
      change: { category: [before, to?.name ?? null] },
      keys: { category: [ticket.categoryId, to?.id ?? null] },
    },
    happening: { kind: 'reconsidered', because: 'category' },
  })
}

const nameOf = async (tx: Tx, id: number) =>
  (await tx.select({ name: categories.name }).from(categories).where(eq(categories.id, id)))[0]?.name ?? null
