import { type Status, statuses } from '@/lib/tickets/ticket'
import type { Place } from './pieces'
import { type Ask, readQuery } from './query'

/** The typed search with something else in a place of it. */
export const replaced = (text: string, { at, end }: Place, by: string) =>
  `${text.slice(0, at)}${by}${text.slice(end)}`.replace(/\s+/g, ' ').trim()

/** The same search, for tickets of this status alone. */
export function ofStatus(text: string, status: Status) {
  return `${withoutStatus(text)} is:${status.replace('_', '-')}`.trim()
}

/** The same search, whatever the status. */
export function withoutStatus(text: string) {
  const asked = readQuery(text).query.asks.filter(asksForStatus)
  return asked.toReversed().reduce((rest, place) => replaced(rest, place, ''), text.trim() === '' ? '' : text)
}

/** The one status that a search asks for; undefined: none, or several. */
export function statusAsked(text: string): Status | undefined {
  const [only, more] = readQuery(text).query.asks.filter(asksForStatus)
  return only?.any.length === 1 && !more ? statuses.find((status) => status === only.any[0]) : undefined
}

/** The same search, in what is held for spam; undefined: it looks there already. */
export const withinSpam = (text: string) =>
  readQuery(text).query.asks.some(asksForSpam) ? undefined : `${withoutStatus(text)} is:spam`

type Standings = Extract<Ask, { readonly operator: 'is' }>

const asksFor = (ask: Ask): ask is Standings => ask.operator === 'is' && !ask.not

/** Spam has every status. */
const asksForStatus = (ask: Ask): ask is Standings => asksFor(ask) && ask.any.some((one) => one !== 'spam')
export const asksForSpam = (ask: Ask) => asksFor(ask) && ask.any.includes('spam')

/** A name as a value of an operator. */
export const quoted = (name: string) => (/[\s,"“”„«»]/.test(name) ? `"${name.replace(/["“”]/g, '')}"` : name)
