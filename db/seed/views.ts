import { db } from '@/db/client'
import { savedViews } from '@/db/schema'
import { at } from '@/lib/clock'
import { noGroups } from '@/lib/tickets/queue-groups'
import { isAgent, type Viewer } from '@/lib/viewer'
import { createView } from '@/lib/views/create'
import type { NewView } from '@/lib/views/view'
import { supervisor, type TeamName } from './company'
import { teamsByName } from './groups'
import { day, later } from './story'

/** What the supervisor has saved for the others, some weeks ago. Does only what is not done yet. */
export async function keepViews(now: Date, everybody: ReadonlyMap<string, Viewer>) {
  const marcus = everybody.get(supervisor.email)
  if (!marcus || !isAgent(marcus)) return
  const teams = await teamsByName()
  const there = new Set((await db.select({ name: savedViews.name }).from(savedViews)).map(({ name }) => name))
  for (const { team, ...view } of views) {
    const scope = team ? teams.get(team) : 'everyone'
    if (scope && !there.has(view.name))
      await at(later(now, -40 * day), () => createView(marcus, { ...view, scope }))
  }
}

const longestWait = { sort: 'waiting', dir: 'asc' }

const views: readonly (Omit<NewView, 'scope'> & { readonly team?: TeamName })[] = [
  {
    name: 'VIP or urgent',
    query: {
      address: { needs: 'us', ...longestWait },
      match: 'all',
      groups: [
        {
          match: 'any',
          conditions: [
            { field: 'tag', values: ['vip'] },
            { field: 'priority', values: ['urgent'] },
          ],
        },
      ],
    },
  },
  {
    name: 'New this week, unassigned',
    query: {
      address: { assignee: 'none', sort: 'created', dir: 'asc' },
      match: 'all',
      groups: [{ match: 'all', conditions: [{ field: 'created', days: 7 }] }],
    },
  },
  {
    name: 'New clinics to answer',
    team: 'First line',
    query: { address: { category: 'getting-started', needs: 'us', ...longestWait }, ...noGroups },
  },
]
