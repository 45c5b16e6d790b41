import { eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { anywhere } from '@/lib/like'
import type { Group } from '@/lib/tickets/queue-groups'
import type { Tx } from '@/lib/transaction'
import { oneAtATime } from './place'
import { readQuery } from './shape'

type Followed = 'tag' | 'category' | 'assignee'

/** Lets the views that name something by one name do so by another, after a change of names or a merge. */
export async function followInViews(tx: Tx, field: Followed, from: string, to: string) {
  await oneAtATime(tx)
  const views = await tx
    .select({ id: savedViews.id, query: savedViews.query })
    .from(savedViews)
    .where(sql`${savedViews.query}::text ilike ${anywhere(from)}`)
  for (const { id, query: kept } of views) {
    const query = readQuery(kept)
    const listed = query?.address[field]
    if (!query) continue
    const after = {
      ...query,
      address: {
        ...query.address,
        ...(listed !== undefined && { [field]: replaced(listed.split(','), from, to).join(',') }),
      },
      groups: query.groups.map((group) => following(group, field, from, to)),
    }
    if (JSON.stringify(after) === JSON.stringify(query)) continue
    await tx
      .update(savedViews)
      .set({ query: after, version: sql`${savedViews.version} + 1` })
      .where(eq(savedViews.id, id))
  }
}

const following = (group: Group, field: Followed, from: string, to: string): Group => ({
  ...group,
  conditions: group.conditions.map((condition) =>
    condition.field === field ? { ...condition, values: replaced(condition.values, from, to) } : condition,
  ),
})

const replaced = (names: readonly string[], from: string, to: string) => [
  ...new Set(names.map((name) => (name.toLowerCase() === from.toLowerCase() ? to : name))),
]
