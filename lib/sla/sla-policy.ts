import type { Channel, Priority, Status } from '@/lib/tickets/ticket'
import type { Hours } from './calendar'
import type { Target } from './target'

/** What a ticket must be for a policy to be its own; what is left out is not asked. Several values are alternatives. */
export interface Conditions {
  readonly priorities?: readonly Priority[]
  /** Keys. */
  readonly categories?: readonly number[]
  readonly channels?: readonly Channel[]
  /** Of the requester. Keys. */
  readonly organizations?: readonly number[]
  /** Keys. */
  readonly teams?: readonly number[]
  /** Any of them. Keys. */
  readonly tags?: readonly number[]
}

/** Seconds; what is left out is not promised. */
export type Targets = Readonly<Record<Priority, Readonly<Partial<Record<Target, number>>>>>

/** All that is promised to anybody, in seconds. */
export const policyTargets = (all: Targets): readonly number[] =>
  Object.values(all).flatMap((one) => Object.values(one))

/** What happens by itself at a moment of a clock. Once for each clock. */
export interface Step {
  /** Its name in the ticket's audit: `urgent_escalation` is the event `sla.urgent_escalation`. */
  readonly key: string
  readonly target: Target
  /** Only while the ticket has one of these; none: always. */
  readonly priorities?: readonly Priority[]
  /** After a share of the target, or so many minutes after the deadline (before it, where negative). */
  readonly when: { readonly share: number } | { readonly minutes: number }
  readonly actions: readonly Action[]
}

export type Action =
  /** Keys of people, and of teams whose members are told. */
  | { readonly do: 'notify'; readonly people: readonly number[]; readonly teams?: readonly number[] }
  | { readonly do: 'reassign'; readonly to: number | null }
  /** To a team; nobody of it has it yet. */
  | { readonly do: 'hand_over'; readonly to: number }
  | { readonly do: 'tag'; readonly tag: number }
  | { readonly do: 'prioritize'; readonly to: Priority }

export interface SlaPolicy {
  readonly id: number
  readonly name: string
  readonly fallback: boolean
  readonly retired: boolean
  readonly conditions: Conditions
  readonly targets: Targets
  /** The newest version of its calendar; null: around the clock. */
  readonly calendarVersionId: number | null
  readonly pausing: readonly Status[]
  readonly steps: readonly Step[]
}

/** The hours of a calendar's version; of null, around the clock. */
export type HoursOf = (calendarVersionId: number | null) => Hours | null

/** By what it is decided what a ticket is promised, and when that is due. */
export interface Rules {
  /** In order, the one that closes the list last. */
  readonly policies: readonly SlaPolicy[]
  readonly hoursOf: HoursOf
}

/** The facts of a ticket that decide what is promised. */
export interface Promised {
  readonly priority: Priority
  readonly categoryId: number | null
  readonly channel: Channel
  /** Of the requester. */
  readonly organizationId: number | null
  readonly teamId: number | null
  readonly tagIds: readonly number[]
}

/** The first policy whose conditions the ticket meets. `policies` are in order, the one that closes the list is last. */
export function policyFor(ticket: Promised, policies: readonly SlaPolicy[]): SlaPolicy {
  const policy = policies.find((one) => !one.retired && meets(ticket, one.conditions))
  if (!policy) throw new Error('There is no policy that closes the list')
  return policy
}

const meets = (ticket: Promised, conditions: Conditions) =>
  allows(conditions.priorities, ticket.priority) &&
  allows(conditions.categories, ticket.categoryId) &&
  allows(conditions.channels, ticket.channel) &&
  allows(conditions.organizations, ticket.organizationId) &&
  allows(conditions.teams, ticket.teamId) &&
  (!conditions.tags?.length || ticket.tagIds.some((tag) => allows(conditions.tags, tag)))

const allows = <Value>(wanted: readonly Value[] | undefined, value: Value | null) =>
  !wanted || wanted.length === 0 || (value !== null && wanted.includes(value))
