import { and, eq, isNull } from 'drizzle-orm'
import { people } from '@/db/schema'
import { holdActs } from '@/lib/auth/acts'
import type { Tx } from '@/lib/transaction'
import { type Agent, isAgent } from '@/lib/viewer'
import { viewerColumns } from './viewer-columns'

/**
 * Whoever began something that is done now, and stays an agent until that is done; null: they have left meanwhile, or are no
 * agent any more.
 */
export async function stillAgent(tx: Tx, id: number): Promise<Agent | null> {
  await holdActs(tx, { id })
  const [person] = await tx
    .select(viewerColumns)
    .from(people)
    .where(and(eq(people.id, id), isNull(people.deactivatedAt)))
  return person && isAgent(person) ? person : null
}
