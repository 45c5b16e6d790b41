/** What is typed behind an `@`, up to the caret. */
export interface Calling {
  /** Of the `@`. */
  readonly start: number
  readonly words: string
}

/** The longest name that somebody types before the list gives up. */
const longest = 40

/** Whether a name is being typed at the caret; not within a word or an address. */
export function callingAt(text: string, caret: number): Calling | null {
  const start = text.lastIndexOf('@', caret - 1)
  if (start < 0 || caret - start > longest) return null
  if (start > 0 && /[\p{L}\p{N}_.@]/u.test(text.charAt(start - 1))) return null
  const words = text.slice(start + 1, caret)
  return /^[\p{L}\p{M}\p{N}'’.-]*( [\p{L}\p{M}\p{N}'’.-]*){0,3}$/u.test(words) ? { start, words } : null
}

/** Those whose name has these words at the beginning of one of its own, in order. */
export const namesLike = <Person extends { readonly name: string }>(
  people: readonly Person[],
  words: string,
) => {
  const wanted = plain(words)
  return people.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`)).slice(0, 6)
}

/** Without accents: nobody types them to find a name. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
