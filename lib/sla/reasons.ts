import { listed } from '@/lib/listed'
import { type Priority, priorities, priorityWord, type Status, statusWord } from '@/lib/tickets/ticket'
import type { NamedEntry } from './named-clock'
import type { Target } from './target'

/** `when the customer wrote` */
export function startReason(entry: NamedEntry) {
  switch (entry.reason) {
    case 'filed':
      return entry.target === 'resolution' ? 'when the ticket was filed' : 'when the customer wrote'
    case 'wrote':
      return 'when the customer wrote'
    case 'reopened':
      return `when the ticket was reopened${by(entry)}`
    default:
      return `when ${changeReason(entry)}${by(entry)}`
  }
}

/** Why other terms hold: `the priority became urgent`. */
export function changeReason({ reason, became }: NamedEntry) {
  if (reason === 'priority' && became) return `the priority became ${priorityName(became)}`
  if (reason === 'category' && became) return `the category became ${became}`
  if (reason === 'organization')
    return became ? `the customer joined ${became}` : 'the customer left their organization'
  if (reason === 'team') return became ? `the ticket went to ${became}` : 'the ticket left its team'
  if (reason === 'tags') return became ? `it was tagged ${became}` : 'its tags went'
  if (reason === 'spam') return 'the ticket was marked as spam'
  if (reason === 'merged') return became ? `the ticket went into ${became}` : 'the ticket went into another'
  if (reason === 'taken_up') return 'the ticket was taken up again'
  if (reason === 'unresolved') return 'the resolution was taken back'
  if (reason === 'taken_back') return 'that was taken back'
  if (reason === 'unreopened') return 'the reopening was taken back'
  if (reason === 'regrouped') return 'messages came from another ticket or went to one'
  if (reason === 'merge') return 'one of its tags was merged into another'
  if (reason === 'policy') return 'the policies changed'
  return `the ${reason} changed`
}

const priorityName = (word: string) => {
  const known = priorities.find((one): one is Priority => one === word)
  return known ? priorityWord[known].toLowerCase() : word
}

/** Why it stands still: `while waiting for the customer`. */
export const stillWords = (status: string) =>
  status === 'pending' ? 'while waiting for the customer' : `while ${statusName(status)}`

const statusName = (word: string) => word.replaceAll('_', ' ')

export const pausingWords = (pausing: readonly Status[]) =>
  pausing.length === 0
    ? 'without pauses'
    : `with pauses while ${listed(pausing.map((status) => statusWord[status].toLowerCase()))}`

/** What keeps a promise. */
export const done = (target: Target) => (target === 'resolution' ? 'resolved' : 'answered')

/** Who did it, where somebody did. */
export const by = ({ actor }: Pick<NamedEntry, 'actor'>) => (actor ? ` (by ${actor})` : '')

/** Whom a step has told. */
export const notifiedWords = ({ notified = [] }: NamedEntry) =>
  notified.length > 0 ? `, told ${listed(notified)}` : ''

/** `urgent_escalation` is "urgent escalation". */
export const stepName = (key: string) => key.replace(/[_-]+/g, ' ')
