export type Random = ReturnType<typeof randomFrom>

/** The same numbers for the same seed, so that everybody's demo tells the same stories (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + next() * (to - from)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from')
    return item
  }
  return {
    between,
    pick,
    whole: (from: number, to: number) => Math.floor(between(from, to + 1)),
    chance: (share: number) => next() < share,
    /** Mostly near `median`, now and then several times as long. */
    around: (median: number) => median * Math.exp((next() + next() + next() - 1.5) * 1.4),
    weighted: <Item>(items: readonly (readonly [item: Item, weight: number])[]): Item => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        rest -= weight
        if (rest < 0) return item
      }
      throw new Error('There is nothing to choose from')
    },
  }
}
