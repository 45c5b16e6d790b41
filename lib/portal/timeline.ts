import type { PublicEvent, PublicMessage } from './thread'

interface Happening {
  readonly uid: string
  readonly sentence: string
  /** The reference in the sentence under which there is something else to read. */
  readonly other: string | null
  readonly at: Date
}

export type Entry =
  | { readonly is: 'message'; readonly message: PublicMessage }
  | { readonly is: 'event'; readonly event: Happening }

type Event = Pick<PublicEvent, 'uid' | 'kind' | 'from' | 'actor' | 'status' | 'other' | 'at'>

/**
 * What was said and what happened as one story, oldest first. Of the same moment, the words come before what they did, and after
 * who opened the request for their author.
 */
export function timeline(messages: readonly PublicMessage[], events: readonly Event[]): readonly Entry[] {
  const said = messages.map((message) => ({ is: 'message' as const, message }))
  const happened = events.flatMap((event, place) => {
    const before = events[place - 1]
    const unsolved = before !== undefined && resolvedOnTheWay(before, event)
    const sentence = resolvedOnTheWay(event, events[place + 1]) ? null : eventSentence(event, unsolved)
    if (!sentence) return []
    const { uid, kind, at } = event
    // What went into this one is read here.
    const other = kind === 'ticket.merged' ? null : event.other
    return [{ is: 'event' as const, first: kind === 'ticket.created', event: { uid, sentence, other, at } }]
  })
  const opened = happened.filter(({ first }) => first)
  const then = happened.filter(({ first }) => !first)
  return [...opened, ...said, ...then].toSorted((a, b) => momentOf(a).getTime() - momentOf(b).getTime())
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
  { kind, from, actor, status, other }: Omit<Event, 'uid' | 'at'>,
  unsolved: boolean,
): string | null {
  const who = from === 'you' ? 'You' : from === 'us' && actor ? actor : 'We'
  const another = other ?? 'another request of yours'
  switch (kind) {
    case 'ticket.created':
      if (other) return `${who} made this request of a part of ${other}`
      return from === 'you' ? null : `${who} opened this request for you`
    case 'ticket.status':
      if (status === 'pending') return `${who} asked for your reply`
      if (status === 'resolved') return `${who} marked this as solved`
      return from === 'you' ? null : `${who} took this up again`
    // Of the two tickets, the one that changed its status went into the other.
    case 'ticket.merged':
      return status ? `${who} joined this request with ${another}` : `${who} joined ${another} with this one`
    case 'ticket.unmerged':
      return status ? `${who} took this request up on its own again` : `${who} took ${another} out again`
    case 'ticket.split':
      return `${who} moved a part of this request to ${another}`
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
