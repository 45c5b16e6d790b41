import { eq, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { people, preferences } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { looks, type Preferences, withDefaults } from './preferences'

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

/** Those of the looks of whoever is a row of `people` in a statement; `looksWithDefaults` reads them. */
export const storedLooks = sql<Readonly<Record<string, unknown>> | null>`(
  select jsonb_build_object(${sql.raw(looks.map((look) => `'${look}', p.value -> '${look}'`).join())})
  from preferences p where p.person_id = ${people.id})`
