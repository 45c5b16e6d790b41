import { isLive, type Priority, type Status } from '@/lib/tickets/ticket'
import { Book } from './book'
import { type Clock, type Entry, nameOf, type Terms, takenBack } from './clock'
import { type Promised, policyFor, type Rules, type SlaPolicy } from './sla-policy'
import type { Target } from './target'

/** What a ticket's promises depend on, as it is once the happening has happened. */
export interface Standing extends Promised {
  readonly status: Status
  readonly priority: Priority
  readonly firstAnsweredAt: Date | null
  /** Since when words of the customer's own wait for an answer: not what an agent took down for them. */
  readonly waitingSince: Date | null
  /** Why nothing is promised on it at all: it is spam, or went into another ticket. */
  readonly aside?: 'spam' | 'merged' | null
  /** Asked of what is over when it is taken up. */
  readonly resolvedAt?: Date | null
}

/** Why what is promised is looked up again: a fact of the ticket that policies ask for, or the rules themselves. */
export type Because =
  | 'priority'
  | 'category'
  | 'organization'
  | 'team'
  | 'tags'
  | 'policy'
  | 'calendar'
  | 'merge'

/** What moves clocks. A note, an automatic reply, an assignment are not among it. */
export type Happening =
  | { readonly kind: 'filed'; readonly by: 'customer' | 'agent' }
  /** The customer wrote something that is not the first message. */
  | { readonly kind: 'wrote' }
  /** A person of the staff answered in public. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'moved'; readonly to: Status }
  | { readonly kind: 'reopened' }
  /** What is promised has to be looked up again. */
  | { readonly kind: 'reconsidered'; readonly because: Because }
  /** It is spam now, or went into another ticket: `aside` of the ticket says which. */
  | { readonly kind: 'set_aside' }
  /** It no longer is; nothing has run on it since then. */
  | { readonly kind: 'taken_up'; readonly since: Date }
  /** A change by which these of its clocks were late at once was a mistake. */
  | { readonly kind: 'taken_back'; readonly late: readonly Pick<Clock, 'target' | 'instance'>[] }
  /** Its last resolution, of that moment, was a mistake. */
  | { readonly kind: 'unresolved'; readonly since: Date }
  /** It was opened again by mistake. */
  | { readonly kind: 'unreopened' }
  /** Messages came from another ticket or went to one: another may be the oldest that waits. */
  | { readonly kind: 'regrouped' }

export interface Advance {
  readonly entries: readonly Entry[]
  readonly clocks: readonly Clock[]
}

/**
 * What a happening at `at` adds to the ledger of a ticket, and the clocks after it. Pure; the verbs, the replay of the
 * simulation and the tests all come through here. A deadline that has passed unnoticed is breached first, at its own time.
 */
export function advance(
  before: readonly Clock[],
  ticket: Standing,
  happening: Happening,
  at: Date,
  rules: Rules,
): Advance {
  const book = new Book(before, at, rules.hoursOf)
  book.breachOverdue()
  // Also while it is set aside.
  if (happening.kind === 'unresolved') {
    book.revive(happening.since, 'unresolved')
    book.takeBack('resolution', 'met', happening.since, 'unresolved')
  }
  if (ticket.aside) {
    for (const { target } of book.running()) book.end(target, 'voided', ticket.aside)
    return { entries: book.entries, clocks: [...book.clocks.values()] }
  }
  switch (happening.kind) {
    case 'filed': {
      const termsFor = promised(ticket, rules)
      if (happening.by === 'customer') book.start('first_response', termsFor, 'filed')
      book.start('resolution', termsFor, 'filed')
      break
    }
    case 'wrote':
      respond(book, ticket, promised(ticket, rules), 'wrote')
      break
    case 'answered':
      book.end('first_response', 'met', 'answered')
      book.end('next_response', 'met', 'answered')
      break
    case 'moved':
      if (happening.to === 'resolved') {
        book.end('resolution', 'met', 'resolved')
        book.end('first_response', 'voided', 'resolved_unanswered')
        book.end('next_response', 'voided', 'resolved_unanswered')
      } else if (isLive({ status: happening.to })) book.stand(happening.to)
      break
    case 'reopened':
      book.start('resolution', promised(ticket, rules), 'reopened')
      break
    case 'reconsidered':
      reconsider(book, ticket, promised(ticket, rules), happening.because)
      break
    case 'taken_back':
      for (const late of happening.late) holdAgain(book, late, promised(ticket, rules))
      if (isLive(ticket)) book.stand(ticket.status)
      break
    case 'taken_up':
      book.revive(happening.since, 'taken_up')
      if (ticket.resolvedAt) endResolved(book, ticket, ticket.resolvedAt)
      else goOn(book, ticket, promised(ticket, rules), 'taken_up')
      break
    case 'unresolved':
      goOn(book, ticket, promised(ticket, rules), 'unresolved')
      break
    case 'unreopened':
      for (const { target } of book.running()) book.end(target, 'voided', 'unreopened')
      break
    case 'regrouped':
      if (isLive(ticket)) regroup(book, ticket, promised(ticket, rules), 'regrouped')
      break
    case 'set_aside':
      break
  }
  return { entries: book.entries, clocks: [...book.clocks.values()] }
}

/** What is promised to a ticket as it is, of each target. */
function promised(ticket: Standing, rules: Rules) {
  const policy = policyFor(ticket, rules.policies)
  return (target: Target) => termsOf(policy, target, ticket.priority)
}

/** What was promised from the start is promised anew, from the same start; what was not, from now on. */
function reconsider(
  book: Book,
  ticket: Standing,
  termsFor: (target: Target) => Terms | null,
  because: string,
) {
  hold(book, termsFor, because)
  if (!isLive(ticket)) return
  book.start('resolution', termsFor, because)
  if (ticket.waitingSince) respond(book, ticket, termsFor, because)
  book.stand(ticket.status)
}

/** Holds what runs to what is promised now. */
function hold(book: Book, termsFor: (target: Target) => Terms | null, because: string) {
  for (const clock of book.running()) {
    if (clock.breachedAt) continue
    const terms = termsFor(clock.target)
    if (!terms) book.end(clock.target, 'voided', because)
    else if (!same(clock, terms)) book.retarget(clock, terms, because)
  }
}

/** As if it had never been held to anything else; it may be late all the same. */
function holdAgain(
  book: Book,
  late: Pick<Clock, 'target' | 'instance'>,
  termsFor: (target: Target) => Terms | null,
) {
  const clock = book.running().find((one) => nameOf(one) === nameOf(late))
  const terms = clock?.breachedAt && termsFor(clock.target)
  if (terms) book.retarget(clock, terms, takenBack)
}

/** What goes on is held to what has happened and what is promised by now; only then may it be too late. */
function goOn(book: Book, ticket: Standing, termsFor: (target: Target) => Terms | null, reason: string) {
  for (const clock of book.running())
    if (clock.target !== 'resolution' && !waits(clock, ticket)) endAnswered(book, clock, ticket, reason)
  hold(book, termsFor, reason)
  book.start('resolution', termsFor, reason)
  if (ticket.waitingSince) respond(book, ticket, termsFor, reason, ticket.waitingSince)
  book.stand(ticket.status)
  book.breachOverdue()
}

/** Whether the customer has waited for this response since it was promised. */
const waits = ({ startedAt }: Clock, { waitingSince }: Standing) =>
  waitingSince !== null && waitingSince <= startedAt

/** The first answer has its moment. Of a later one nobody knows it, so that it is neither kept nor missed. */
function endAnswered(
  book: Book,
  { target, startedAt }: Clock,
  { firstAnsweredAt }: Standing,
  reason: string,
) {
  if (target === 'first_response' && firstAnsweredAt && firstAnsweredAt >= startedAt)
    book.endAt(target, 'met', firstAnsweredAt, 'answered_meanwhile')
  else book.end(target, 'voided', reason)
}

/** What was resolved while nothing ran on it ends as of then. */
function endResolved(book: Book, ticket: Standing, resolvedAt: Date) {
  for (const clock of book.running())
    if (clock.target === 'resolution') book.endAt(clock.target, 'met', resolvedAt, 'resolved_meanwhile')
    else if (ticket.firstAnsweredAt) endAnswered(book, clock, ticket, 'taken_up')
    else book.endAt(clock.target, 'voided', resolvedAt, 'resolved_meanwhile')
}

/** The response that is promised counts from the message that has waited longest; where none waits, none is promised. */
function regroup(book: Book, ticket: Standing, termsFor: (target: Target) => Terms | null, reason: string) {
  const { waitingSince } = ticket
  // What has run out cannot be promised anew.
  for (const { target, startedAt, breachedAt } of book.running())
    if (target !== 'resolution' && !breachedAt && startedAt.getTime() !== waitingSince?.getTime())
      book.end(target, 'voided', reason)
  if (waitingSince) respond(book, ticket, termsFor, reason, waitingSince)
}

/** Promises a response to a customer who waits, unless one is promised already: what has waited longest counts. */
function respond(
  book: Book,
  { firstAnsweredAt, channel }: Standing,
  termsFor: (target: Target) => Terms | null,
  reason: string,
  since?: Date,
) {
  const responses = [...book.clocks.values()].filter(({ target }) => target !== 'resolution')
  if (responses.some(({ endedAt }) => !endedAt)) return
  // What we wrote on a ticket that we filed for the customer was no response: theirs is to what they write first.
  const first =
    !firstAnsweredAt || (channel === 'agent' && responses.length === 0 && termsFor('first_response'))
  book.start(first ? 'first_response' : 'next_response', termsFor, reason, since)
}

function termsOf(policy: SlaPolicy, target: Target, priority: Priority): Terms | null {
  const seconds = policy.targets[priority][target]
  if (seconds === undefined) return null
  return {
    policyId: policy.id,
    calendarVersionId: policy.calendarVersionId,
    seconds,
    // The customer is still waiting for a response, whatever we wait for.
    pausing: target === 'resolution' ? policy.pausing : [],
  }
}

const same = (clock: Clock, terms: Terms) =>
  clock.policyId === terms.policyId &&
  clock.calendarVersionId === terms.calendarVersionId &&
  clock.seconds === terms.seconds &&
  clock.pausing.join() === terms.pausing.join()
