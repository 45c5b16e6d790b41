import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { CategorySlug, TeamName } from './company'

/** What somebody does, told as facts; people are named by their e-mail address. */
export type Deed =
  | {
      readonly does: 'file'
      readonly subject: string
      readonly body: string
      readonly channel: Channel
      readonly priority?: Priority
      readonly category?: CategorySlug
      readonly metadata?: Readonly<Record<string, unknown>>
    }
  | { readonly does: 'claim' | 'resolve' | 'close' | 'reopen' | 'auto-close' }
  | { readonly does: 'assign'; readonly to: string }
  | { readonly does: 'hand-over'; readonly to: TeamName }
  | { readonly does: 'tag'; readonly tags: readonly string[] }
  | { readonly does: 'prioritize'; readonly to: Priority }
  | { readonly does: 'move'; readonly to: 'open' | 'pending' | 'on_hold' }
  | { readonly does: 'note' | 'write'; readonly body: string }
  | { readonly does: 'answer'; readonly body: string; readonly then?: 'pending' | 'on_hold' | 'resolved' }
  | { readonly does: 'rate'; readonly score: number; readonly comment: string }

export interface Step {
  readonly at: Date
  /** Empty where Deskwell itself does it. */
  readonly who: string
  readonly deed: Deed
}

/** All that happens on one ticket, in order; the first step files it. */
export interface Story {
  readonly requester: string
  readonly steps: readonly Step[]
  /** What it is about, as the team says it. */
  readonly tags?: readonly string[]
}

export const minute = 60 * 1000
export const hour = 60 * minute
export const day = 24 * hour

export const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds)

/** What of a story has happened by `now`; undefined: nothing. */
export function until(now: Date, story: Story): Story | undefined {
  const steps = story.steps.filter(({ at }) => at <= now)
  return steps.length > 0 ? { ...story, steps } : undefined
}
