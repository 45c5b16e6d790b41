import type { Change, EventKind } from '@/lib/events/event'
import { type LinkRole, linkRoles } from '@/lib/links/link'
import { stepName } from '@/lib/sla/reasons'
import { targets, targetWord } from '@/lib/sla/target'
import {
  type Priority,
  priorities,
  priorityWord,
  type Status,
  statuses,
  statusWord,
} from '@/lib/tickets/ticket'
import { absolute } from '@/lib/time-words'

interface Happening {
  readonly author: string | null
  readonly kind: EventKind
  readonly change: Change
}

/** What somebody did, to be read after their name: "changed priority Medium → Urgent". Times in the reader's zone. */
export function eventWords({ author, kind, change }: Happening, timeZone: string): string {
  switch (kind) {
    case 'ticket.created':
      return 'opened the ticket'
    case 'ticket.assigned':
      return `${assigned(author, change.assignee)}${whyAssigned(change)}`
    case 'ticket.prioritized':
      return `changed priority ${pair(change.priority, priority)}`
    case 'ticket.categorized':
      return `changed category ${pair(change.category, text)}`
    case 'ticket.handed_over':
      return handedOver(change)
    case 'ticket.renamed':
      return `changed the subject ${pair(change.subject, quoted)}`
    case 'ticket.followed':
      return 'follows the ticket'
    case 'ticket.unfollowed':
      return 'follows the ticket no longer'
    case 'ticket.merged':
      return change.into
        ? `merged the ticket into ${text(change.into[1])}`
        : `merged ${text(change.from?.[1])} into this ticket`
    case 'ticket.unmerged':
      return change.into
        ? `took the ticket out of ${text(change.into[0])} again`
        : `took ${text(change.from?.[0])} out of this ticket again`
    case 'ticket.split':
      return `split messages off into ${text(change.into?.[1])}`
    case 'ticket.linked':
    case 'ticket.unlinked':
      return linked(kind, change)
    case 'ticket.marked_spam':
      return 'marked the ticket as spam'
    case 'ticket.unmarked_spam':
      return 'took the ticket back from spam'
    case 'ticket.tagged':
      return tagged(change.tags)
    case 'ticket.status':
      return `changed status ${pair(change.status, status)}`
    case 'ticket.resolved':
      return `${change.taken_back ? 'took the reopening back' : 'resolved the ticket'} (was ${status(change.status?.[0]).toLowerCase()})`
    case 'ticket.closed':
      return 'closed the ticket'
    case 'ticket.reopened':
      return `${change.taken_back ? 'took the resolution back' : 'reopened the ticket'} (was ${status(change.status?.[0]).toLowerCase()})`
    case 'reply.held_back':
      return `held back the reply of ${text(change.author?.[1])}: ${text(change.because?.[1])}`
    case 'rating.given':
      return `rated ${text(change.score?.[1])} of 5`
    case 'rating.changed':
      return `changed the rating ${pair(change.score, text)}`
    case 'sla.at_risk':
      return `warned: ${clock(change)} at risk`
    case 'sla.breached':
      return `warned: ${clock(change)} breached`
    default:
      if (kind.startsWith('sla.')) return escalated(kind.slice('sla.'.length), change, timeZone)
      return [kind.replace('.', ' '), ...Object.keys(change)].join(', ')
  }
}

/**
 * `escalated: urgent escalation, first response; resolution expected by Tue 24 Nov 2026, 09:40 UTC+1`; where it is about the
 * resolution, `escalated: vip is late, resolution due Tue 24 Nov 2026, 09:40 UTC+1`
 */
function escalated(step: string, change: Change, timeZone: string) {
  const by = expectedIn(change)
  const before = change.target?.[1] === 'resolution' ? ' due' : '; resolution expected by'
  const expected = by ? `${before} ${absolute(by, timeZone)}` : ''
  const away = change.not_assigned ? `; not assigned to ${text(change.not_assigned[1])}, who is away` : ''
  return `escalated: ${stepName(step)}, ${clock(change)}${expected}${away}`
}

/** When an escalation expects the ticket to be resolved, ISO 8601; undefined: it does not say. */
export function expectedIn({ expected_resolution: expected }: Change) {
  return typeof expected?.[1] === 'string' ? expected[1] : undefined
}

/** `first response`; of what was promised once more, `resolution no. 2`. */
const clock = ({ target, instance }: Change) => {
  const word = targets.find((one) => one === target?.[1])
  const name = word ? targetWord[word].toLowerCase() : text(target?.[1])
  return instance ? `${name} no. ${text(instance[1])}` : name
}

type Value = Change[string][number] | undefined
type Pair = Change[string] | undefined

const assigned = (author: string | null, change: Pair) => {
  const [before, after] = change ?? []
  if (!after) return `unassigned ${text(before)}`
  if (after === author) return before ? `took the ticket from ${text(before)}` : 'took the ticket'
  return before ? `changed assignee ${pair(change, text)}` : `assigned ${text(after)}`
}

const handedOver = ({ team, assignee }: Change) => {
  const [before, after] = team ?? []
  const given = after ? `handed the ticket over to ${text(after)}` : `took the ticket from ${text(before)}`
  const was = before && after ? ` (was ${text(before)})` : ''
  return assignee ? `${given}${was}, unassigned ${text(assignee[0])}` : `${given}${was}`
}

/** `linked the parent SUP-…`, `removed the link to the duplicate SUP-…` */
const linked = (kind: 'ticket.linked' | 'ticket.unlinked', change: Change) =>
  linkRoles
    .filter((role) => change[role])
    .map((role) => {
      const words = linkWords[role]
      return kind === 'ticket.linked'
        ? `linked ${words} ${text(change[role]?.[1])}`
        : `removed the link to ${words} ${text(change[role]?.[0])}`
    })
    .join(', ')

const linkWords = {
  related: 'the related',
  parent: 'the parent',
  child: 'the child',
  duplicate: 'the duplicate',
  original: 'the original',
} as const satisfies Record<LinkRole, string>

/** Both are all tags of the ticket, by name. */
const tagged = (change: Pair) => {
  const [before, after] = [namesIn(change?.[0]), namesIn(change?.[1])]
  const [added, removed] = [
    after.filter((name) => !before.includes(name)),
    before.filter((name) => !after.includes(name)),
  ]
  return [
    ...(added.length > 0 ? [`added the ${tags(added)}`] : []),
    ...(removed.length > 0 ? [`removed the ${tags(removed)}`] : []),
  ].join(' and ')
}

const tags = (names: readonly string[]) => `${names.length > 1 ? 'tags' : 'tag'} ${names.join(', ')}`
const namesIn = (value: Value) => (typeof value === 'string' ? value.split(', ') : [])

/** Why the helpdesk itself has assigned it: `, whose turn it was`, to be read after a name. */
export function whyAssigned({ because }: Change) {
  switch (because?.[1]) {
    case 'round_robin':
      return ', whose turn it was'
    case 'least_loaded':
      return ', who had least to do'
    case 'away':
      return ', who is away'
    default:
      return ''
  }
}

const pair = (change: Pair, word: (value: Value) => string) => `${word(change?.[0])} → ${word(change?.[1])}`

const quoted = (value: Value) => `“${text(value)}”`
const text = (value: Value) => (value === null || value === undefined ? 'none' : String(value))

const status = (value: Value) => (isStatus(value) ? statusWord[value] : text(value))
const priority = (value: Value) => (isPriority(value) ? priorityWord[value] : text(value))

const isStatus = (value: Value): value is Status => statuses.some((one) => one === value)
const isPriority = (value: Value): value is Priority => priorities.some((one) => one === value)
