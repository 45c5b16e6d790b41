import type { Notification } from '@/lib/notifications/find'
import { eventWords } from '../ticket/event-words'

type News = Pick<Notification, 'kind' | 'change' | 'actor' | 'mentioned'>

/** What somebody is told of an event: `Ana Petrović called you in an internal note`. */
export function newsWords({ kind, change, actor, mentioned }: News, timeZone: string): string {
  const words = { kind, change, author: actor }
  return actor
    ? `${actor} ${mentioned ? 'called you in an internal note' : did(words, timeZone)}`
    : did(words, timeZone)
}

function did(happening: Parameters<typeof eventWords>[0], timeZone: string) {
  switch (happening.kind) {
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
