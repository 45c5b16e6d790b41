import type { Span } from './calendar'

/** In order, apart from each other, none of them empty: what touches or overlaps has become one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.filter(isSome).sort((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}

/** What of the spans lies within the limits. */
export const clipped = (spans: readonly Span[], limits: Span): readonly Span[] =>
  spans
    .map(({ from, to }) => ({ from: Math.max(from, limits.from), to: Math.min(to, limits.to) }))
    .filter(isSome)

/** What of the spans is not in `holes`. */
export const without = (spans: readonly Span[], holes: readonly Span[]): readonly Span[] =>
  holes.reduce<readonly Span[]>(
    (left, hole) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, hole.from) },
          { from: Math.max(from, hole.to), to },
        ].filter(isSome),
      ),
    spans,
  )

const isSome = ({ from, to }: Span) => from < to
