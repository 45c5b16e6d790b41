import { sql } from 'drizzle-orm'
import { preferences } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type Preferences, preferencesShape } from './preferences'

/**
 * Changes some of the agent's own preferences; the others stay. It is nobody else's affair, so there is no event. Throws
 * Refused with the name of the first that does not fit.
 */
export async function changePreferences(agent: Pick<Agent, 'id'>, changes: Partial<Preferences>) {
  const read = preferencesShape.partial().strict().safeParse(changes)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refused(issue?.message ?? 'This does not fit', String(issue?.path[0]))
  }
  await inTransaction((tx) =>
    tx
      .insert(preferences)
      .values({ personId: agent.id, value: read.data })
      .onConflictDoUpdate({
        target: preferences.personId,
        set: { value: sql`${preferences.value} || excluded.value` },
      }),
  )
}
