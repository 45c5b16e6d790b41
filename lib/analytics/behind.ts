import { z } from 'zod'
import { searchable } from '@/lib/text'
import { isDay, type Period } from './period'
import type { Narrowed } from './scope'

/** The tickets behind a number of the reports, as the queue's address names them. */
export const behindWords = {
  created: 'Created',
  first_response: 'Answered for the first time',
  next_response: 'Answered again',
  reply: 'Replied to',
  resolved: 'Resolved',
  lasting: 'Resolved and not reopened',
  first_resolved: 'Resolved for the first time',
  bounced: 'Reopened after the first resolution',
  one_touch: 'Resolved with one reply',
  reopened: 'Reopened',
  backlog: 'Unresolved at the end',
  first_response_target: 'First response promised',
  first_response_met: 'First response in time',
  first_response_missed: 'First response late',
  next_response_target: 'Next response promised',
  next_response_met: 'Next response in time',
  next_response_missed: 'Next response late',
  resolution_target: 'Resolution promised',
  resolution_met: 'Resolved in time',
  resolution_missed: 'Resolution late',
  rated: 'Rated',
  happy: 'Rated 4 or 5',
} as const
export type Behind = keyof typeof behindWords

const words = Object.keys(behindWords) as [Behind, ...Behind[]]

const shape = z.object({
  behind: z.enum(words),
  from: z.string().refine(isDay),
  to: z.string().refine(isDay),
  /** Whoever is credited. */
  by: searchable(320).optional().catch(undefined),
  hour: z.coerce.number().int().min(0).max(167).optional().catch(undefined),
  score: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
})

/** Which tickets stand behind a number: what happened to them, and when. */
export interface BehindNumber {
  readonly what: Behind
  readonly period: Period
  /** The address of whoever is credited. */
  readonly by?: string | undefined
  /** Of the week. */
  readonly hour?: number | undefined
  readonly score?: number | undefined
}

/** Undefined: the address asks for no number's tickets, or for nothing that can be. */
export function readBehind(params: Readonly<Record<string, unknown>>): BehindNumber | undefined {
  const { data } = shape.safeParse(params)
  if (!data || data.to < data.from) return undefined
  const { behind: what, from, to, ...rest } = data
  return { what, period: { from, to }, ...rest }
}

/** The names of an address of the queue that this file reads. */
export const behindNames = Object.keys(shape.shape) as readonly (keyof typeof shape.shape)[]

/** The queue's address with the tickets behind a number of a report; `narrower` is what the number counts beyond the report's scope. */
export function queueBehind(
  scope: Narrowed,
  { what, period, by = scope.agent, hour, score }: BehindNumber,
  narrower: Partial<Pick<Narrowed, 'category' | 'channel' | 'priority' | 'team'>> = {},
) {
  const { category, channel, priority, team, tag } = { ...scope, ...narrower }
  const asked = {
    behind: what,
    from: period.from,
    to: period.to,
    by,
    hour: hour?.toString(),
    score: score?.toString(),
    category: category.join(),
    channel: channel.join(),
    priority: priority.join(),
    team: team.join(),
    tag: tag.join(),
  }
  const said = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  return `/console/tickets?${new URLSearchParams(said)}`
}
