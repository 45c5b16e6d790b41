import type { Groups } from '@/lib/tickets/queue-groups'

export const mostNameLetters = 60
export const mostConditions = 20
/** More than anybody finds anything in. */
export const mostViews = 50

/** Whose a view is. */
export type ViewScope = 'personal' | 'team' | 'everyone'

/** A saved view as the sidebar shows it. */
export interface ViewRow {
  readonly uid: string
  readonly name: string
  readonly scope: ViewScope
  /** The name of the team whose it is. */
  readonly team: string | null
}

/** What a view asks, as it is kept and posted: the words of a queue's address, and conditions that no address has. */
export interface ViewQuery extends Groups {
  readonly address: Readonly<Record<string, string>>
}

/** What makes a view, as forms and programs tell it. */
export interface NewView {
  readonly name: string
  /** `personal`, `everyone`, or the uid of a team. */
  readonly scope: string
  readonly query: ViewQuery
}

/** For whom somebody may save a view. */
export interface ScopeChoice {
  readonly value: string
  readonly label: string
}

export const scopeWords = ({ scope, team }: Pick<ViewRow, 'scope' | 'team'>) => {
  if (scope === 'team') return `Of the team ${team}`
  return scope === 'personal' ? 'Only for you' : 'For everyone'
}
