/** The word that was probably meant: one slip away, two in a long word. */
export function nearest<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  const slips = typed.length > 6 ? 2 : 1
  return words
    .map((word) => ({ word, far: distance(typed.toLowerCase(), word) }))
    .filter(({ far }) => far <= slips)
    .sort((a, b) => a.far - b.far)[0]?.word
}

/** How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of the other. */
function distance(one: string, other: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, count) => count)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (last[column] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = next
  }
  return last[other.length] ?? 0
}
