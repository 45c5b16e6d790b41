import type { Channel, Priority, Status } from '@/lib/tickets/ticket'
import type { Step, Targets } from '../sla-policy'

/** A policy as admins see it: names beside what they stand for, no keys. */
export interface PolicyRow {
  readonly uid: string
  readonly name: string
  /** It closes the list: for every ticket that no policy above is for. */
  readonly fallback: boolean
  readonly changedAt: Date
  readonly retiredAt: Date | null
  readonly conditions: {
    readonly priorities: readonly Priority[]
    readonly categories: readonly CategoryName[]
    readonly channels: readonly Channel[]
    readonly organizations: readonly OrganizationName[]
    readonly teams: readonly TeamName[]
    readonly tags: readonly string[]
  }
  readonly targets: Targets
  /** Null: around the clock. */
  readonly calendar: CalendarName | null
  readonly pausing: readonly Status[]
  readonly steps: readonly StepRow[]
  /** How many tickets are held to it now. */
  readonly tickets: number
}

export interface CategoryName {
  /** Empty: the category is gone. */
  readonly slug: string
  readonly name: string
}

export interface CalendarName {
  readonly uid: string
  readonly name: string
  readonly retired: boolean
}

export interface PersonName {
  readonly email: string
  readonly name: string
  /** False: they have left. */
  readonly active: boolean
}

export interface OrganizationName {
  readonly uid: string
  readonly name: string
}

export interface TeamName {
  readonly uid: string
  readonly name: string
  readonly retired: boolean
}

export interface StepRow extends Omit<Step, 'actions' | 'priorities'> {
  readonly priorities: readonly Priority[]
  readonly actions: readonly ActionRow[]
}

export type ActionRow =
  | { readonly do: 'notify'; readonly people: readonly PersonName[]; readonly teams: readonly TeamName[] }
  | { readonly do: 'reassign'; readonly to: PersonName | null }
  | { readonly do: 'hand_over'; readonly to: TeamName }
  | { readonly do: 'tag'; readonly tag: string }
  | { readonly do: 'prioritize'; readonly to: Priority }

/** What a policy can be made of. */
export interface PolicyChoices {
  readonly categories: readonly (CategoryName & { readonly active: boolean })[]
  readonly calendars: readonly Omit<CalendarName, 'retired'>[]
  readonly people: readonly Omit<PersonName, 'active'>[]
  readonly organizations: readonly OrganizationName[]
  readonly teams: readonly Omit<TeamName, 'retired'>[]
}
