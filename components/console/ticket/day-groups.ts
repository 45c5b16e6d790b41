import { calendarDate, type Moment } from '@/lib/time-words'

/** Consecutive things of one calendar day in the reader's zone. */
export interface Day<Thing> {
  readonly label: string
  readonly things: readonly Thing[]
}

export function byDay<Thing extends { readonly at: string }>(
  things: readonly Thing[],
  now: Moment,
  timeZone: string,
): readonly Day<Thing>[] {
  const days: { label: string; things: Thing[] }[] = []
  for (const thing of things) {
    const label = calendarDate(thing.at, now, timeZone)
    const last = days.at(-1)
    if (last?.label === label) last.things.push(thing)
    else days.push({ label, things: [thing] })
  }
  return days
}
