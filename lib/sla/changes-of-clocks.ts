import { dayName } from '@/lib/time-words'
import type { Span } from './calendar'
import type { Reading, Told } from './counted-days'
import { yearOf } from './open-years'
import { amountWord } from './policies/amount'
import { stretchesOf } from './zone'

/** Where the clocks on the reader's wall are put forward or back in a span: 24 h then end an hour later or earlier on it. */
export function changesOfClocks({ from, to }: Span, { timeZone, now }: Reading): readonly Told[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, place) => yearOf(from) + place)
  const stretches = years.flatMap((year) => stretchesOf(timeZone, year))
  return stretches.flatMap(({ from: at, ahead }, place) => {
    const moved = (ahead - (stretches[place - 1]?.ahead ?? ahead)) / 1000
    if (moved === 0 || at <= from || at > to) return []
    const way = moved > 0 ? 'forward' : 'back'
    return [
      {
        at: new Date(at),
        words: `The clocks went ${way} ${amountWord(Math.abs(moved))} on ${dayName(at, now, timeZone)}.`,
      },
    ]
  })
}
