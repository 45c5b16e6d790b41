import type { PublicEvent, PublicMessage } from './thread'

interface Happening {
  readonly uid: string
  readonly sentence: string
  readonly at: Date
}

export type Entry =
  | { readonly is: 'message'; readonly message: PublicMessage }
  | { readonly is: 'event'; readonly event: Happening }

type Event = Pick<PublicEvent, 'uid' | 'kind' | 'from' | 'actor' | 'status' | 'at'>

/** What was said and what happened as one story, oldest first; of the same moment, the words come before what they did. */
export function timeline(messages: readonly PublicMessage[], events: readonly Event[]): readonly Entry[] {
  const said = messages.map((message) => ({ is: 'message' as const, message }))
  const happened = events.flatMap((event, place) => {
    const before = events[place - 1]
    const unsolved = before !== undefined && resolvedOnTheWay(before, event)
    const sentence = resolvedOnTheWay(event, events[place + 1]) ? null : eventSentence(event, unsolved)
    return sentence ? [{ is: 'event' as const, event: { uid: event.uid, sentence, at: event.at } }] : []
  })
  return [...said, ...happened].toSorted((a, b) => momentOf(a).getTime() - momentOf(b).getTime())
}

const momentOf = (entry: Entry) => (entry.is === 'message' ? entry.message.createdAt : entry.event.at)

/** Closing what was not solved yet is one step for the reader. */
const resolvedOnTheWay = (event: Event, next: Event | undefined) =>
  event.kind === 'ticket.resolved' &&
  next?.kind === 'ticket.closed' &&
  next.at.getTime() === event.at.getTime()

/**
 * What happened, as the customer reads it; null where the messages around it say it already. `unsolved`: it had not been solved
 * when it was closed.
 */
function eventSentence(
  { kind, from, actor, status }: Omit<Event, 'uid' | 'at'>,
  unsolved: boolean,
): string | null {
  const who = from === 'you' ? 'You' : from === 'us' && actor ? actor : 'We'
  switch (kind) {
    case 'ticket.created':
      return from === 'you' ? null : `${who} opened this request for you`
    case 'ticket.status':
      if (status === 'pending') return `${who} asked for your reply`
      if (status === 'resolved') return `${who} marked this as solved`
      return from === 'you' ? null : `${who} took this up again`
    // Of the two tickets, the one that changed its status went into the other.
    case 'ticket.merged':
      return status
        ? `${who} joined this request with another one`
        : `${who} joined another request of yours with this one`
    case 'ticket.unmerged':
      return status
        ? `${who} took this request up on its own again`
        : `${who} took the other request out again`
    case 'ticket.split':
      return `${who} made a request of its own of a part of this one`
    case 'ticket.renamed':
      return `${who} changed the subject`
    case 'ticket.resolved':
      // An opening that was taken back.
      if (status === 'closed') return `${who} closed this request`
      return `${who} marked this as solved`
    case 'ticket.reopened':
      return `${who} reopened this request`
    case 'ticket.closed':
      return from === 'helpdesk' && !unsolved
        ? 'This request closed by itself, as it stayed solved'
        : `${who} closed this request`
    default:
      return null
  }
}
