/** A day as it was written, or so many days before today: whose today, only the reader's time zone says. */
export type Day = { readonly day: string } | { readonly daysAgo: number }

/** From the beginning of a day on, until the beginning of another; undefined: without a bound. */
export interface Days {
  readonly from?: Day
  readonly until?: Day
}

/**
 * The days that people write: `2026-01-31`, `2026-01`, `2026`, each also behind `>`, `>=`, `<`, `<=`; two of them as
 * `2026-01..2026-03`; `today`, `yesterday`, and `7d` or `2w` for the last so many. Null: it is none.
 */
export function readDays(text: string): Days | null {
  const word = text.toLowerCase()
  if (word === 'today') return { from: { daysAgo: 0 } }
  if (word === 'yesterday') return { from: { daysAgo: 1 }, until: { daysAgo: 0 } }
  const [, count, unit] = word.match(/^(\d{1,3})([dw])$/) ?? []
  if (count)
    return Number(count) > 0 ? { from: { daysAgo: Number(count) * (unit === 'w' ? 7 : 1) - 1 } } : null
  const [first = '', second] = word.split('..')
  if (second !== undefined) return between(first, second)
  const [, sign = '', rest = ''] = word.match(/^([<>]?=?)(.*)$/) ?? []
  const span = spanOf(rest)
  if (!span) return null
  switch (sign) {
    case '>':
      return { from: { day: span.until } }
    case '>=':
      return { from: { day: span.from } }
    case '<':
      return { until: { day: span.from } }
    case '<=':
      return { until: { day: span.until } }
    default:
      return { from: { day: span.from }, until: { day: span.until } }
  }
}

function between(first: string, second: string): Days | null {
  const [from, until] = [spanOf(first), spanOf(second)]
  return from && until && from.from <= until.from
    ? { from: { day: from.from }, until: { day: until.until } }
    : null
}

/** The first day of a year, month or day, and the first one after it. */
function spanOf(text: string) {
  const [, year = '', month, day] = text.match(/^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/) ?? []
  if (!year) return null
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  const from = iso(y, m, d)
  // JavaScript takes 30 February for 2 March.
  if (from !== [year, month ?? '01', day ?? '01'].join('-')) return null
  if (day) return { from, until: iso(y, m, d + 1) }
  return { from, until: month ? iso(y, m + 1, 1) : iso(y + 1, 1, 1) }
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
