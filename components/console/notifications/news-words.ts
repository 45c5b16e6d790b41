import type { Notification } from '@/lib/notifications/find'
import { clockTime, millis } from '@/lib/time-words'
import { eventWords, expectedIn, whyAssigned } from '../ticket/event-words'

type News = Pick<Notification, 'kind' | 'change' | 'actor' | 'mentioned' | 'others'>

/** What somebody is told of an event: `Ana Petrović called you in an internal note`. */
export function newsWords({ kind, change, actor, mentioned, others }: News, timeZone: string): string {
  const words = { kind, change, author: actor, others }
  if (actor && mentioned) return `${actor} called you in an internal note${alsoOn(others)}`
  return actor ? `${actor} ${did(words, timeZone)}` : capitalized(did(words, timeZone))
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** When what it is about is due, or was; null: that is none of it, or is said by its sentence. */
export function deadlineWords(
  { dueAt, change }: Pick<Notification, 'change'> & { readonly dueAt: Date | null },
  now: string,
  timeZone: string,
) {
  const expected = expectedIn(change)
  if (!dueAt || (expected && millis(expected) === millis(dueAt))) return null
  return `${millis(dueAt) <= millis(now) ? 'was due' : 'is due'} ${clockTime(dueAt, now, timeZone)}`
}

type Happening = Parameters<typeof eventWords>[0] & Pick<News, 'others'>

function did(happening: Happening, timeZone: string) {
  switch (happening.kind) {
    // Nobody else is told of it.
    case 'ticket.assigned':
      return `assigned the ticket to you${whyAssigned(happening.change)}${along(happening.others)}`
    case 'message.received':
      return 'wrote'
    case 'message.answered':
      return 'replied to the customer'
    case 'message.noted':
      return 'added an internal note'
    default:
      return eventWords(happening, timeZone)
  }
}

const alsoOn = (others: number) =>
  others > 0 ? `, and on ${others.toLocaleString('en')} other ${others === 1 ? 'ticket' : 'tickets'}` : ''

const along = (others: number) =>
  others > 0 ? `, with ${others.toLocaleString('en')} ${others === 1 ? 'other' : 'others'}` : ''
