/** A number that is counted up to a hundred: nothing for none, `99+` from there on. */
export const countWord = (count: number | undefined) => {
  if (!count) return null
  return count > 99 ? '99+' : count
}
