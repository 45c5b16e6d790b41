import { eq, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { preferences } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { type Preferences, withDefaults } from './preferences'

/** How the agent likes to work. */
export async function preferencesOf(
  agent: Pick<Agent, 'id'>,
  tx: Pick<Tx, 'select'> = db,
): Promise<Preferences> {
  const [row] = await tx
    .select({ value: preferences.value })
    .from(preferences)
    .where(eq(preferences.personId, agent.id))
  return withDefaults(row?.value)
}

/** Their signature as one value in a statement of somebody else; null: none was ever chosen. */
export const storedSignature = (agent: Pick<Agent, 'id'>) => sql<string | null>`(
  select value ->> 'signature' from preferences where person_id = ${agent.id})`
