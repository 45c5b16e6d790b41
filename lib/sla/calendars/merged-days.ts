import { type SpecialDay, spanOf } from '../calendar'
import { merged } from '../spans'
import { windowOf } from './words'

/**
 * What a calendar has, with what comes new, by date. A date that is there already closes whatever either closes, but keeps
 * the hours that somebody gave it.
 */
export function withMore(present: readonly SpecialDay[], added: readonly SpecialDay[]) {
  const days = new Map(present.map((day) => [day.date, day]))
  let joined = 0
  for (const day of added) {
    const here = days.get(day.date)
    if (here) joined += 1
    days.set(day.date, here ? both(here, day) : day)
  }
  return {
    days: [...days.values()].toSorted((one, other) => one.date.localeCompare(other.date)),
    added: added.length - joined,
    joined,
  }
}

function both(here: SpecialDay, added: SpecialDay): SpecialDay {
  if (here.open || !here.closed) return here
  if (!added.closed) return { date: here.date, name: here.name }
  const spans = [...here.closed, ...added.closed].map(spanOf)
  return { ...here, closed: merged(spans).map(windowOf) }
}
