import type { Measure } from '@/components/charts/words'

/** Which way is good; of volume it is none. */
export type Wish = 'more' | 'less' | 'neither'

export interface Change {
  readonly way: 'up' | 'down' | 'level'
  /** `12% more`, `2.1 points less`. */
  readonly words: string
  readonly verdict: 'better' | 'worse' | null
}

const comparatives = {
  count: { up: 'more', down: 'fewer' },
  duration: { up: 'longer', down: 'shorter' },
  percent: { up: 'more', down: 'less' },
} as const satisfies Record<Measure, { readonly up: string; readonly down: string }>

const asMuch = { count: 'as many', duration: 'as long' } as const

/** A number against the one before, in words: shares in points, the rest in percent. */
export function changeOf(measure: Measure, now: number, before: number, wish: Wish): Change {
  const size = sizeOf(measure, now, before)
  if (size === null)
    return { way: 'level', words: now === before ? 'no change' : 'hardly any change', verdict: null }
  const way = now > before ? 'up' : 'down'
  const good = way === 'up' ? 'more' : 'less'
  return {
    way,
    words: factorOf(measure, now, before) ?? `${size} ${comparatives[measure][way]}`.trim(),
    verdict: wish === 'neither' ? null : wish === good ? 'better' : 'worse',
  }
}

/** Percentages of thousands say less than a factor. Null: it is none. */
function factorOf(measure: Measure, now: number, before: number) {
  if (measure === 'percent' || before === 0 || now < 10 * before) return null
  return `${Math.round(now / before)} times ${asMuch[measure]}`
}

/** Null: too little to speak of. */
function sizeOf(measure: Measure, now: number, before: number) {
  if (measure === 'percent') {
    const points = Math.round(10 * Math.abs(now - before)) / 10
    return points === 0 ? null : `${points} ${points === 1 ? 'point' : 'points'}`
  }
  if (now === before) return null
  // Of nothing there is no percentage.
  if (before === 0) return ''
  const percent = Math.round((100 * Math.abs(now - before)) / before)
  return percent === 0 ? null : `${percent}%`
}
