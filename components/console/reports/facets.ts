import { listedWords, valuesInWords } from '@/components/console/queue/facets'
import type { Narrowed } from '@/lib/analytics/scope'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'

const listed = ['team', 'category', 'channel', 'priority', 'tag'] as const
export type ReportFacet = (typeof listed)[number] | 'agent'

/** Which tickets a report is asked about, as its address has it. */
export type AskedAbout = Pick<Narrowed, ReportFacet>

/** What a scope asks about, and no more: for the browser. */
export const aboutOf = ({ team, agent, category, channel, priority, tag }: AskedAbout): AskedAbout => ({
  team,
  agent,
  category,
  channel,
  priority,
  tag,
})

/** A report about all tickets. */
export const allTickets = {
  team: [],
  agent: undefined,
  category: [],
  channel: [],
  priority: [],
  tag: [],
} as const satisfies AskedAbout

/** What a report is narrowed to, one by one, in words. */
export function facetsOf(asked: AskedAbout, names: QueueChoices) {
  const agent = asked.agent
    ? [{ key: 'agent' as const, words: `Agent: ${valuesInWords('assignee', [asked.agent], names)}` }]
    : []
  return [
    ...agent,
    ...listed.flatMap((key) =>
      asked[key].length > 0 ? [{ key, words: listedWords(key, asked[key], names) }] : [],
    ),
  ]
}
