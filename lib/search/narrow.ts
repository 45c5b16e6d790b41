import { type Status, statuses } from '@/lib/tickets/ticket'
import type { Place } from './pieces'
import { readQuery } from './query'

/** The typed search with something else in a place of it. */
export const replaced = (text: string, { at, end }: Place, by: string) =>
  `${text.slice(0, at)}${by}${text.slice(end)}`.replace(/\s+/g, ' ').trim()

/** The same search, for tickets of this status alone. */
export function ofStatus(text: string, status: Status) {
  return `${withoutStatus(text)} is:${status.replace('_', '-')}`.trim()
}

/** The same search, whatever the status. */
export function withoutStatus(text: string) {
  const asked = readQuery(text).query.asks.filter(({ operator, not }) => operator === 'is' && !not)
  return asked.toReversed().reduce((rest, place) => replaced(rest, place, ''), text.trim() === '' ? '' : text)
}

/** The one status that a search asks for; undefined: none, or several. */
export function statusAsked(text: string): Status | undefined {
  const asked = readQuery(text).query.asks.flatMap((ask) =>
    ask.operator === 'is' && !ask.not ? [ask.any] : [],
  )
  const [only, more] = asked
  return only?.length === 1 && !more ? statuses.find((status) => status === only[0]) : undefined
}

/** A name as a value of an operator. */
export const quoted = (name: string) => (/[\s,"“”„«»]/.test(name) ? `"${name.replace(/["“”]/g, '')}"` : name)
