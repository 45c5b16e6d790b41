import { mayMove } from '@/lib/tickets/policy'
import { type Priority, priorityWord, type Status, statusWord } from '@/lib/tickets/ticket'

/** One thing that a macro does with a ticket. What it names, it names as forms do: by address, uid, slug or name. */
export type MacroAction =
  | { readonly do: 'status'; readonly to: Status }
  | { readonly do: 'priority'; readonly to: Priority }
  /** An address, `me` (whoever uses it) or `nobody`. */
  | { readonly do: 'assign'; readonly to: string }
  /** The uid of a team. */
  | { readonly do: 'team'; readonly to: string }
  /** The slug of a category. */
  | { readonly do: 'category'; readonly to: string }
  | { readonly do: 'tag'; readonly to: string }
  | { readonly do: 'untag'; readonly to: string }
  /** Markdown with placeholders. */
  | { readonly do: 'note'; readonly to: string }

const kinds: Readonly<Record<MacroAction['do'], true>> = {
  status: true,
  priority: true,
  assign: true,
  team: true,
  category: true,
  tag: true,
  untag: true,
  note: true,
}

/** Whether something is in the shape of an action; what it names, the server looks up. */
export const isAction = (kept: unknown): kept is MacroAction =>
  typeof kept === 'object' &&
  kept !== null &&
  'do' in kept &&
  Object.hasOwn(kinds, String(kept.do)) &&
  'to' in kept &&
  typeof kept.to === 'string'

/** Whoever uses the macro, and nobody at all, among those to whom it can assign. */
export const toMe = 'me'
export const toNobody = 'nobody'

export const noteLimit = 5_000

/** Somebody or something that an action names. */
export interface Named {
  readonly key: string
  readonly name: string
  /** No longer on offer. */
  readonly gone: boolean
}

/** What actions name, with what is no longer on offer. */
export interface Around {
  /** By address. */
  readonly people: readonly Named[]
  /** By uid. */
  readonly teams: readonly Named[]
  /** By slug. */
  readonly categories: readonly Named[]
  /** The tags of the actions that are not there any more. */
  readonly goneTags: readonly string[]
}

/** An action as a person reads it: `Assign to Ana Petrović`. */
export function actionWord(action: MacroAction, around: Around): string {
  const { to } = action
  switch (action.do) {
    case 'status':
      return statusWord[action.to]
    case 'priority':
      return `Priority ${priorityWord[action.to].toLowerCase()}`
    case 'assign':
      if (to === toMe) return 'Assign to me'
      return to === toNobody ? 'Assign to nobody' : `Assign to ${nameIn(around.people, to)}`
    case 'team':
      return `Hand over to ${named(around.teams, to)?.name ?? 'a team that is gone'}`
    case 'category':
      return `Category ${nameIn(around.categories, to)}`
    case 'tag':
      return `Tag ${to}`
    case 'untag':
      return `Remove tag ${to}`
    case 'note':
      return 'Add a note'
  }
}

/**
 * Why an action cannot be done with a ticket; null: it can. Everything else on a closed ticket waits until it is reopened: a
 * macro that does so itself can do the rest, too.
 */
export function whyNot(
  action: MacroAction,
  ticket: { readonly status: Status },
  around: Around,
  actions: readonly MacroAction[],
): string | null {
  if (action.do === 'status') {
    if (action.to === ticket.status || mayMove(ticket.status, action.to)) return null
    return `this ticket is ${statusWord[ticket.status].toLowerCase()}`
  }
  if (action.do === 'note') return null
  if (ticket.status === 'closed' && !actions.some((other) => other.do === 'status' && other.to === 'open'))
    return 'this ticket is closed'
  switch (action.do) {
    case 'assign':
      if (action.to === toMe || action.to === toNobody || isThere(around.people, action.to)) return null
      return 'they do not work here any more'
    case 'team':
      return isThere(around.teams, action.to) ? null : 'this team is retired'
    case 'category':
      return isThere(around.categories, action.to) ? null : 'this category is not offered any more'
    case 'tag':
      return around.goneTags.includes(action.to) ? 'this tag was deleted' : null
    default:
      return null
  }
}

const named = (all: readonly Named[], key: string) => all.find((one) => one.key === key)
const nameIn = (all: readonly Named[], key: string) => named(all, key)?.name ?? key
const isThere = (all: readonly Named[], key: string) => named(all, key)?.gone === false
