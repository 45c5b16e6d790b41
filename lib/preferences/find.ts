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

/** The same as one value in a statement of somebody else; `withDefaults` reads it. */
export const storedPreferences = (agent: Pick<Agent, 'id'>) => sql<Readonly<Record<string, unknown>> | null>`(
  select value from preferences where person_id = ${agent.id})`
