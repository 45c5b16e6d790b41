import type { Priority } from '@/lib/tickets/ticket'
import type { CategorySlug } from '../company'

/**
 * What a ticket can be about. Texts may hold {clinic}, {ward}, {colleague}, {count}, {week} and {code}, filled in alike
 * for the whole conversation. Greetings and thanks are added around them.
 */
export interface Scenario {
  readonly category: CategorySlug
  /** How it is usually filed; medium where it is not said. */
  readonly priority?: Priority
  /** What whoever takes it tags it with. */
  readonly tags?: readonly string[]
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  /** What an agent has to ask first, and what the customer answers. */
  readonly question?: readonly [asked: string, told: string]
  readonly notes: readonly string[]
  readonly solution: string
  /** What the customer says when it was not solved after all, and what then does it. */
  readonly again?: readonly [complaint: string, solution: string]
}
