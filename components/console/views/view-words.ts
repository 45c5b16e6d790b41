import type { Condition, Groups, Match } from '@/lib/tickets/queue-groups'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { fieldWord as facetWord, listedWords, valuesInWords } from '../queue/facets'

export const fieldWord = {
  ...facetWord,
  created: 'Created',
  updated: 'Updated',
  words: 'Words',
} as const

/** What a condition asks: `Tag: vip or refund`, `Tag is not vip or refund`. */
export function conditionWords(condition: Condition, names: QueueChoices): string {
  switch (condition.field) {
    case 'words':
      return `Words: ${condition.words}`
    case 'created':
    case 'updated':
      return `${fieldWord[condition.field]} within ${condition.days === 1 ? 'a day' : `${condition.days} days`}`
    default:
      return condition.not
        ? `${fieldWord[condition.field]} is not ${valuesInWords(condition.field, condition.values, names)}`
        : listedWords(condition.field, condition.values, names)
  }
}

/** What is said between several that must hold. */
const joint = { all: 'and', any: 'or' } as const satisfies Record<Match, string>

/** The conditions of a view as a sentence: `Tag: vip and (Priority: urgent or Assigned to me)`. */
export function groupsWords({ match, groups }: Groups, names: QueueChoices): string {
  const parts = groups.map((group) => {
    const words = group.conditions.map((condition) => conditionWords(condition, names))
    const sentence = words.join(` ${joint[group.match]} `)
    return groups.length > 1 && words.length > 1 && group.match !== match ? `(${sentence})` : sentence
  })
  return parts.join(` ${joint[match]} `)
}
