import type { MacroAction } from '@/lib/canned/action'
import { type Priority, priorityWord, type Status, statusWord } from '@/lib/tickets/ticket'

/** What is given to the tickets: whom or what by its public name, null: nobody, nothing. */
interface Gift<Kind extends string> {
  readonly kind: Kind
  readonly to: string | null
}

/** What can be done to many tickets, as a page asks for it. lib/bulk/form reads it, lib/bulk/act says by which verbs. */
export type BulkWish =
  /** To an address, or `me`. */
  | Gift<'assign'>
  /** To a uid. */
  | Gift<'team'>
  /** To a slug. */
  | Gift<'category'>
  | { readonly kind: 'status'; readonly to: Status }
  | { readonly kind: 'priority'; readonly to: Priority }
  | { readonly kind: 'tags'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** By its uid: one that only acts. */
  | { readonly kind: 'macro'; readonly to: string }

type ByName = Gift<'assign' | 'team' | 'category'>
type ByMacro = Extract<BulkWish, { kind: 'macro' }>

/** The same as it is kept: what it gives is called as it was called then, and a macro does what it did then. */
export type BulkAction =
  | Exclude<BulkWish, ByName | ByMacro>
  | (ByName & { readonly name: string | null })
  | (ByMacro & { readonly name: string; readonly actions: readonly MacroAction[] })

/** What is done, to be read alone: "Set priority to urgent". */
export function actionWords(action: BulkAction | (ByMacro & { readonly name: string })): string {
  switch (action.kind) {
    case 'assign':
      return `Assign to ${action.name ?? 'nobody'}`
    case 'team':
      return `Hand over to ${action.name ?? 'no team'}`
    case 'category':
      return action.name === null ? 'Remove the category' : `Set category to ${action.name}`
    case 'status':
      return statusVerb[action.to] ?? `Set status to ${statusWord[action.to].toLowerCase()}`
    case 'priority':
      return `Set priority to ${priorityWord[action.to].toLowerCase()}`
    case 'macro':
      return `Apply “${action.name}”`
    case 'tags':
      return [tagWords('Add', action.add), tagWords('Remove', action.remove)].filter(Boolean).join(', ')
  }
}

const statusVerb: Partial<Record<Status, string>> = { resolved: 'Resolve', closed: 'Close' }

const tagWords = (verb: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${verb} ${names.length === 1 ? 'tag' : 'tags'} ${names.join(' ')}`
