import ICAL from 'ical.js'
import { dayLength } from '@/lib/day-length'
import { Refused } from '@/lib/errors'

/** Days are numbered from 1 January 1970, by the calendar on the wall. */
export interface Limits {
  readonly from: number
  /** The last day that is read. */
  readonly to: number
}

type Rule = InstanceType<typeof ICAL.Recur>

/**
 * What may stand in a rule. The library looks for ever for the next day of some that can never be, such as each day that
 * is a 30 February: what it is not given it cannot get lost in (tried with random rules; what is left ends).
 */
const known: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY', 'BYMONTH', 'BYMONTHDAY'],
  WEEKLY: ['BYDAY', 'BYMONTH'],
  MONTHLY: ['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS'],
  YEARLY: ['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'],
}
/** Of these, what only leaves days out: we leave them out ourselves. */
const filters: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY', 'BYMONTH', 'BYMONTHDAY'],
  WEEKLY: ['BYMONTH'],
  MONTHLY: ['BYMONTH'],
  YEARLY: [],
}
const longestInterval = 1000

/** How many repetitions are looked at, of all events of a file together. */
export class Patience {
  constructor(private left = 20_000) {}
  spend(name: string) {
    this.left -= 1
    if (this.left < 0)
      throw new Refused(
        `“${name}” and what comes before it repeat too often to be read: leave such events out`,
      )
  }
}

/** Every 25 December and nothing more: one day of every year. */
export const isPlainYearly = ({ rule, first }: Repeat) =>
  rule.freq === 'YEARLY' &&
  rule.interval === 1 &&
  !rule.until &&
  !rule.count &&
  Object.entries(rule.parts).every(
    ([part, values]) => (part === 'BYMONTH' || part === 'BYMONTHDAY') && values.length === 1,
  ) &&
  fits(rule, first)

/** A rule of an event with what it needs to be read. */
export interface Repeat {
  readonly rule: Rule
  /** The day on which it begins, and after which it ends (or never). */
  readonly first: number
  readonly until: number
  /** Of the event. */
  readonly name: string
}

/** On which days within the limits it falls. Throws Refused where it cannot be read. */
export function daysOfRule(
  { rule, first, until, name }: Repeat,
  { from, to }: Limits,
  patience: Patience,
): readonly number[] {
  const { freq, interval, parts } = rule
  const odd = Object.keys(parts).find((part) => !known[freq]?.includes(part))
  if (!known[freq] || odd || !(interval >= 1 && interval <= longestInterval))
    throw new Refused(`“${name}” repeats in a way that cannot be read: ${rule}`)
  if (neverComes(rule)) return []
  const bare = rule.clone()
  bare.until = null
  bare.count = null
  bare.parts = Object.fromEntries(Object.entries(parts).filter(([part]) => !filters[freq]?.includes(part)))
  const days = bare.iterator(timeOf(first))
  const found: number[] = []
  let left = rule.count ?? Number.POSITIVE_INFINITY
  for (;;) {
    patience.spend(name)
    const next = days.next() as ReturnType<typeof days.next> | null
    const day = next ? dayOf(next) : Number.POSITIVE_INFINITY
    if (day > Math.min(to, until) || left === 0) return found
    if (!fits(rule, day)) continue
    left -= 1
    if (day >= from) found.push(day)
  }
}

/** Each 31 June: the library would look for it through the centuries. */
function neverComes({ parts }: Rule) {
  const of = (part: string) =>
    Object.entries(parts)
      .find(([name]) => name === part)?.[1]
      ?.map(Number)
  const months = of('BYMONTH') ?? [1]
  const longest = (month: number) => new Date(Date.UTC(2024, month, 0)).getUTCDate()
  return of('BYMONTHDAY')?.every((day) => months.every((month) => Math.abs(day) > longest(month))) ?? false
}

/** Whether it goes on after the limits. */
export const goesOn = ({ rule, until }: Repeat, { to }: Limits) => until > to && !rule.count

export const dayOf = ({ year, month, day }: { year: number; month: number; day: number }) =>
  Date.UTC(year, month - 1, day) / dayLength

const timeOf = (day: number) => {
  const date = new Date(day * dayLength)
  return ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    isDate: true,
  })
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** Whatever the frequency, a day of the rule is of its months, its days of the month and its weekdays. */
function fits({ parts }: Rule, day: number) {
  const date = new Date(day * dayLength)
  const month = date.getUTCMonth() + 1
  const last = new Date(Date.UTC(date.getUTCFullYear(), month, 0)).getUTCDate()
  const of = (part: string): readonly unknown[] | undefined =>
    Object.entries(parts).find(([name]) => name === part)?.[1]
  const allows = (part: string, ...values: readonly unknown[]) => {
    const wanted = of(part)
    return !wanted || values.some((value) => wanted.map(String).includes(String(value)))
  }
  const weekday = weekdays[date.getUTCDay()] ?? ''
  return (
    allows('BYMONTH', month) &&
    allows('BYMONTHDAY', date.getUTCDate(), date.getUTCDate() - last - 1) &&
    (of('BYDAY')?.some((each) => String(each).endsWith(weekday)) ?? true)
  )
}
