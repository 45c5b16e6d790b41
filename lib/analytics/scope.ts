import { z } from 'zod'
import { tagName } from '@/lib/tags/tag'
import { searchable } from '@/lib/text'
import { listOf, namesBy, slugsNamed, uidsOrNone } from '@/lib/tickets/queue-filter'
import { channels, priorities } from '@/lib/tickets/ticket'
import { hoursCounted } from './fact'
import { type Period, periodBefore, presetPeriod, presets, problemWith, usualPreset } from './period'

/** Which tickets a report is about; the words are those of a queue's address. */
export interface Narrowed {
  readonly priority: z.output<typeof shape>['priority']
  readonly channel: z.output<typeof shape>['channel']
  /** Slugs, or `none`. */
  readonly category: readonly string[]
  /** Uids, or `none`. */
  readonly team: readonly string[]
  readonly tag: readonly string[]
  /** The address of whoever is credited: with the reply, the resolution, the rating. */
  readonly agent?: string | undefined
  /** The address of whoever has the ticket now. */
  readonly holder?: string | undefined
}

/** What an address asks of the reports. */
export interface Scope extends Narrowed {
  readonly period: Period
  readonly preset: (typeof presets)[number] | 'custom'
  /** What is wrong with the days that were asked for; the usual period stands in for them. */
  readonly problem: string | null
  /** What the numbers are compared with; null: with nothing. */
  readonly before: Period | null
  readonly hours: (typeof hoursCounted)[number]
}

const shape = z.object({
  period: z
    .enum([...presets, 'custom'])
    .default(usualPreset)
    .catch(usualPreset),
  from: z.string().max(20).default('').catch(''),
  to: z.string().max(20).default('').catch(''),
  compare: z.enum(['previous', 'none']).default('previous').catch('previous'),
  hours: z.enum(hoursCounted).default('calendar').catch('calendar'),
  priority: listOf(priorities).default([]),
  channel: listOf(channels).default([]),
  category: slugsNamed().default([]),
  team: uidsOrNone().default([]),
  tag: namesBy((word) => tagName.safeParse(word).data).default([]),
  agent: searchable(320)
    .transform((address) => address || undefined)
    .optional()
    .catch(undefined),
})

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads what a report's address asks for, where it is `today` in the workspace. Nothing in an address is an error; days that make no period are told of. */
export function readScope(params: Params, today: string): Scope {
  const { period, from, to, compare, ...asked } = shape.parse(
    Object.fromEntries(
      Object.keys(shape.shape).map((name) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined
        return [name, typeof value === 'object' ? value[0] : value]
      }),
    ),
  )
  const problem = period === 'custom' ? problemWith({ from, to }, today) : null
  const days =
    period !== 'custom'
      ? presetPeriod(period, today)
      : problem
        ? presetPeriod(usualPreset, today)
        : // What is to come is no day without tickets.
          { from, to: to < today ? to : today }
  return {
    ...asked,
    preset: period,
    period: days,
    problem,
    before: compare === 'previous' ? periodBefore(days) : null,
  }
}

/** Whether it is about some tickets only. */
export const isNarrowed = ({ priority, channel, category, team, tag, agent, holder }: Narrowed) =>
  agent !== undefined ||
  holder !== undefined ||
  [priority, channel, category, team, tag].some(({ length }) => length > 0)
