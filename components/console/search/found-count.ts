/**
 * How many tickets were found, in words. Where these are not all there are (`all`), there may be more; of none nothing is said,
 * for those that there are may be further back.
 */
export function foundCount(count: number, all: boolean) {
  if (all) return String(count)
  return count > 0 ? `${count}+` : undefined
}
