/**
 * How far a reader of the event stream has come: a snapshot of PostgreSQL, as text (`xmin:xmax:running,running`). Not the
 * last event's number: a long transaction becomes visible after events with higher numbers, and would be skipped for ever.
 * A snapshot says exactly which transactions had ended, so nothing is lost and nothing comes twice.
 */
export type Cursor = string & { readonly [kind]: true }

declare const kind: unique symbol

/** More transactions at once than any database of ours runs; longer texts are not looked at. */
const longest = 10_000

/** What a browser or the database hands us. Null: PostgreSQL would not take it for a snapshot. */
export function readCursor(text: string | null | undefined): Cursor | null {
  return text && text.length <= longest && isCursor(text) ? text : null
}

function isCursor(text: string): text is Cursor {
  const [, from = '', to = '', between = ''] =
    /^(\d{1,19}):(\d{1,19}):((?:\d{1,19},)*\d{1,19})?$/.exec(text) ?? []
  if (!from) return false
  const [first, end] = [BigInt(from), BigInt(to)]
  const running = between ? between.split(',').map(BigInt) : []
  return (
    first > 0n &&
    first <= end &&
    running.every((one, place) => one >= (running[place - 1] ?? first) && one < end)
  )
}
