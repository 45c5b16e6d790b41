/** What is typed behind a sign that calls something up, up to the caret. */
export interface Calling {
  /** Of the sign. */
  readonly start: number
  readonly words: string
}

/** The longest words that somebody types before the list gives up. */
const longest = 40

/** Whether a name is being typed at the caret; not within a word or an address. */
export function callingAt(text: string, caret: number): Calling | null {
  const calling = behind('@', text, caret)
  if (!calling || /[\p{L}\p{N}_.@]$/u.test(text.slice(0, calling.start))) return null
  return /^[\p{L}\p{M}\p{N}'’.-]*( [\p{L}\p{M}\p{N}'’.-]*){0,3}$/u.test(calling.words) ? calling : null
}

/** Whether words of a canned reply are being typed at the caret, behind a `/` that begins a line or follows a blank. */
export function slashAt(text: string, caret: number): Calling | null {
  const calling = behind('/', text, caret)
  if (!calling || !/(?:^|\s)$/.test(text.slice(0, calling.start))) return null
  return /^(?:[\p{L}\p{M}\p{N}-]+(?: [\p{L}\p{M}\p{N}-]*){0,3})?$/u.test(calling.words) ? calling : null
}

function behind(sign: string, text: string, caret: number): Calling | null {
  const start = text.lastIndexOf(sign, caret - 1)
  if (start < 0 || caret - start > longest) return null
  return { start, words: text.slice(start + 1, caret) }
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
