'use client'

import { useQueryStates, type Values } from 'nuqs'
import type { useTransition } from 'react'
import { usualPreset } from '@/lib/analytics/period'
import { reportParsers } from './address'
import type { AskedAbout } from './facets'

type Words = Values<typeof reportParsers>

/**
 * What is asked of a report, and ways to ask something else. It is `about` what the server has read in the address; while the
 * answer to a change is on its way, what was chosen.
 */
export function useScope(about: AskedAbout, [pending, startTransition]: ReturnType<typeof useTransition>) {
  const [words, set] = useQueryStates(reportParsers, { shallow: false, history: 'push', startTransition })
  const chosen: AskedAbout = {
    team: words.team ?? [],
    agent: words.agent ?? undefined,
    category: words.category ?? [],
    channel: words.channel ?? [],
    priority: words.priority ?? [],
    tag: words.tag ?? [],
  }
  return {
    asked: pending ? chosen : about,
    preset: words.period ?? usualPreset,
    /** As they were asked for, whether or not they make a period. */
    days: { from: words.from ?? '', to: words.to ?? '' },
    compared: words.compare !== 'none',
    hours: words.hours ?? 'calendar',
    /** About other tickets. */
    ask: (change: Partial<AskedAbout>) => void set(said(change)),
    /** Of other days, or counted otherwise; what is null is as usual. */
    choose: (change: Partial<Pick<Words, 'period' | 'from' | 'to' | 'compare' | 'hours'>>) =>
      void set(change),
  }
}

/** Nothing asked is not in the address. */
const said = (change: Partial<AskedAbout>) =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      value === undefined || value.length === 0 ? null : value,
    ]),
  )
